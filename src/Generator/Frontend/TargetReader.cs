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
        CheckConstructors();
        string space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(Qualified);
        IEnumerable<INamedTypeSymbol> containers = Containers().Reverse();
        return new TargetType(space, new EquatableArray<string>(containers.Select(Declaration)), Escaped(type.Name), TypeParameters(type))
        {
            Path = string.Join("_", containers.Append(type).Select(container => container.Name + (container.Arity > 0 ? container.Arity.ToString() : ""))),
            FileName = FileName(type),
            TakesToString = !TextMembers.HasToString(type),
            TakesDebuggerDisplay = !TextMembers.HasDebuggerDisplay(type),
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
            _ => TargetFit.Problem(type, cancellation),
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
        foreach (ISymbol member in Conflicts(type))
        {
            reporter.Report(Descriptors.MemberConflict, member.Locations[0], type.Name, member.Name);
        }

        foreach (ISymbol member in TargetFit.Hidden(type).Where(IsUsers))
        {
            reporter.Report(Descriptors.MemberConflict, TypeLocation, member.ContainingType.Name, member.Name);
        }
    }

    private void CheckConstructors()
    {
        foreach (IMethodSymbol constructor in type.InstanceConstructors.Where(IsUsers))
        {
            if (IsSeeded(constructor))
            {
                reporter.Report(Descriptors.MemberConflict, constructor.Locations[0], type.Name, $"{type.Name}(int)");
            }
            else if (TargetFit.IsUnchained(constructor, cancellation))
            {
                const string Reason = "this constructor does not call the generated one by ': this(seed)' and would leave it without parameters";
                reporter.Report(Descriptors.UnsupportedTarget, constructor.Locations[0], type.Name, Reason);
            }
        }
    }

    /// <summary>Members and type parameters of the user's with names of generated members.</summary>
    public static IEnumerable<ISymbol> Conflicts(INamedTypeSymbol type) => KnownNames.Members
        .SelectMany(name => type.GetMembers(name))
        .Where(IsUsers)
        .Concat(type.TypeParameters.Where(parameter => KnownNames.Members.Contains(parameter.Name)));

    /// <summary>Whether a constructor of the user's takes the place of the generated one.</summary>
    public static bool IsSeeded(IMethodSymbol constructor) =>
        IsUsers(constructor) && constructor.Parameters.Length == 1 && constructor.Parameters[0].Type.SpecialType == SpecialType.System_Int32;

    private static bool IsUsers(ISymbol member) => !member.IsImplicitlyDeclared
        && !member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute"
            && attribute.ConstructorArguments is { Length: > 0 } values && values[0].Value is "NetGen");

    /// <summary>Whether every part is partial: that of a stub always is.</summary>
    private bool IsPartial(INamedTypeSymbol symbol) => symbol.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancellation))
        .OfType<TypeDeclarationSyntax>()
        .All(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The metadata name, in which <c>A.B</c>, <c>A+B</c> and <c>A_B</c> are three files.</summary>
    private static string FileName(INamespaceOrTypeSymbol symbol)
    {
        string name = CaseConflicts.Concerns(symbol) ? $"{symbol.MetadataName}-{Case(symbol.MetadataName)}" : symbol.MetadataName;
        return symbol switch
        {
            { ContainingType: { } outer } => $"{FileName(outer)}+{name}",
            { ContainingNamespace: { IsGlobalNamespace: false } outer } => $"{FileName(outer)}.{name}",
            _ => name,
        };
    }

    /// <summary>The names of generated files must differ in more than case.</summary>
    private static string Case(string name) => string.Concat(name.Select(letter => char.IsUpper(letter) ? 'U' : 'l'));

    /// <summary>The declaration of a part of a type, such as <c>partial class Outer&lt;T&gt;</c>.</summary>
    public static string Declaration(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        };
        return $"partial {keyword} {Escaped(type.Name)}{TypeParameters(type)}";
    }

    private static string TypeParameters(INamedTypeSymbol symbol) => symbol.TypeParameters.IsEmpty
        ? ""
        : $"<{string.Join(", ", symbol.TypeParameters.Select(parameter => Escaped(parameter.Name)))}>";

    /// <summary>Names that are, or that the compiler warns may become, keywords are printed with an @.</summary>
    private static string Escaped(string name) => name.All(letter => letter is >= 'a' and <= 'z') ? "@" + name : name;
}
