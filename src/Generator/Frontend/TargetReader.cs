using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Frontend;

/// <summary>Reads and checks the class that a network is added to.</summary>
internal sealed class TargetReader(INamedTypeSymbol type, Reporter reporter, CancellationToken cancellation)
{
    public TargetType Read()
    {
        CheckKind();
        CheckPartial();
        CheckMembers();
        string space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(Qualified);
        IEnumerable<INamedTypeSymbol> containers = Containers().Reverse();
        return new TargetType(space, new EquatableArray<string>(containers.Select(Declaration)), Escaped(type.Name), TypeParameters(type))
        {
            Path = string.Join("_", containers.Append(type).Select(container => container.Name + (container.Arity > 0 ? container.Arity.ToString() : ""))),
        };
    }

    private static SymbolDisplayFormat Qualified { get; } = SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private Location TypeLocation => type.Locations.FirstOrDefault() ?? Location.None;

    private IEnumerable<INamedTypeSymbol> Containers()
    {
        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            yield return container;
        }
    }

    private void CheckKind()
    {
        string? reason = type switch
        {
            { TypeKind: not TypeKind.Class } => "only classes can",
            { IsRecord: true } => "it is a record, whose equality and copying do not know the parameters",
            { IsStatic: true } => "it is static, but a network has parameters of its own",
            _ when KnownNames.Members.Contains(type.Name) => "its name is that of a member which the network generates",
            { IsFileLocal: true } => "it is file-local, so members cannot be added to it from another file",
            _ when Containers().Any(container => container.IsFileLocal) => "it is inside a file-local type, so members cannot be added to it from another file",
            _ => null,
        };
        if (reason is not null)
        {
            reporter.Report(Descriptors.UnsupportedTarget, TypeLocation, type.Name, reason);
        }
    }

    private void CheckPartial()
    {
        if (!IsPartial(type))
        {
            reporter.Report(Descriptors.NotPartial, TypeLocation, type.Name);
        }

        foreach (INamedTypeSymbol container in Containers().Where(container => !IsPartial(container)))
        {
            reporter.Report(Descriptors.ContainerNotPartial, container.Locations.FirstOrDefault() ?? TypeLocation, container.Name, type.Name);
        }
    }

    private void CheckMembers()
    {
        foreach (string name in KnownNames.Members)
        {
            foreach (ISymbol member in type.GetMembers(name).Where(IsUsers))
            {
                reporter.Report(Descriptors.MemberConflict, member.Locations[0], type.Name, name);
            }
        }

        IEnumerable<IMethodSymbol> constructors = type.InstanceConstructors.Where(constructor =>
            IsUsers(constructor) && constructor.Parameters.Length == 1 && constructor.Parameters[0].Type.SpecialType == SpecialType.System_Int32);
        foreach (IMethodSymbol constructor in constructors)
        {
            reporter.Report(Descriptors.MemberConflict, constructor.Locations[0], type.Name, $"{type.Name}(int)");
        }
    }

    private static bool IsUsers(ISymbol member) => !member.IsImplicitlyDeclared
        && !member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute"
            && attribute.ConstructorArguments is { Length: > 0 } values && values[0].Value is "NetGen");

    private bool IsPartial(INamedTypeSymbol symbol) => symbol.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancellation))
        .OfType<TypeDeclarationSyntax>()
        .Any(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Declaration(INamedTypeSymbol container)
    {
        string keyword = container switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        };
        return $"partial {keyword} {Escaped(container.Name)}{TypeParameters(container)}";
    }

    private static string TypeParameters(INamedTypeSymbol symbol) => symbol.TypeParameters.IsEmpty
        ? ""
        : $"<{string.Join(", ", symbol.TypeParameters.Select(parameter => Escaped(parameter.Name)))}>";

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
