using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.PackageTests.Api;

/// <summary>What a program can use of an assembly, as text: types and members in ordinal order.</summary>
internal static class PublicApi
{
    private const SymbolDisplayMiscellaneousOptions Names =
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier;

    private const SymbolDisplayGenericsOptions Generics =
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance;

    private static readonly SymbolDisplayFormat BaseFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: Generics,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: Names);

    private static readonly SymbolDisplayFormat TypeFormat = BaseFormat.WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword);

    private static readonly SymbolDisplayFormat MemberFormat = BaseFormat
        .AddGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeConstraints)
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef |
            SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeConstantValue)
        .AddParameterOptions(
            SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut |
            SymbolDisplayParameterOptions.IncludeExtensionThis);

    /// <param name="assembly">The file of the assembly.</param>
    /// <param name="references">The files of the assemblies that it refers to.</param>
    public static string Of(byte[] assembly, IEnumerable<MetadataReference> references)
    {
        MetadataReference reference = MetadataReference.CreateFromImage(assembly);
        CSharpCompilation compilation = CSharpCompilation.Create("Api", references: [reference, .. references]);
        IAssemblySymbol symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
        StringBuilder text = new();
        foreach (INamedTypeSymbol type in Types(symbol.GlobalNamespace).Where(IsVisible).OrderBy(x => x.ToDisplayString(), StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (string member in Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
    {
        INamedTypeSymbol type => Types(type).Prepend(type),
        INamespaceSymbol nested => Types(nested),
        _ => [],
    });

    private static string Header(INamedTypeSymbol type)
    {
        string modifiers = type switch
        {
            { TypeKind: not TypeKind.Class } => "",
            { IsStatic: true } => "static ",
            { IsSealed: true } => "sealed ",
            { IsAbstract: true } => "abstract ",
            _ => "",
        };
        string name = type.ToDisplayString(TypeFormat);
        string constraints = type.ToDisplayString(TypeFormat.AddGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeConstraints))[name.Length..];
        string bases = string.Join(", ", Bases(type).Select(x => x.ToDisplayString(BaseFormat)));
        return $"{SyntaxFacts.GetText(type.DeclaredAccessibility)} {modifiers}{name}{(bases.Length > 0 ? " : " : "")}{bases}{constraints}";
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        bool hasBase = type.TypeKind == TypeKind.Class && type.BaseType is { SpecialType: not SpecialType.System_Object };
        IEnumerable<INamedTypeSymbol> interfaces = type.TypeKind is TypeKind.Enum or TypeKind.Delegate ? [] : type.Interfaces;
        return (hasBase ? [type.BaseType!] : Enumerable.Empty<INamedTypeSymbol>())
            .Concat(interfaces.OrderBy(x => x.ToDisplayString(), StringComparer.Ordinal));
    }

    /// <summary>Without accessors, which stand in their properties, and what the compiler adds to records and enums.</summary>
    private static IEnumerable<string> Members(INamedTypeSymbol type) => type.TypeKind == TypeKind.Delegate ? [] : type.GetMembers()
        .Where(member => member is not INamedTypeSymbol && IsVisible(member) && !IsGenerated(member))
        .Where(member => member is not IMethodSymbol { AssociatedSymbol: not null })
        .Select(member => member.ToDisplayString(MemberFormat));

    private static bool IsGenerated(ISymbol member) =>
        member.IsImplicitlyDeclared || member.GetAttributes().Any(x => x.AttributeClass?.Name == nameof(CompilerGeneratedAttribute));

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || IsVisible(symbol.ContainingType));
}
