using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Frontend;

namespace NetGen.Generator;

/// <summary>Reports the errors and the doubtful choices of declarations: it runs the front end of the generator with a reporter.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.NotPartial,
        Descriptors.ContainerNotPartial,
        Descriptors.UnsupportedTarget,
        Descriptors.TooFewSizes,
        Descriptors.SizeBelowOne,
        Descriptors.ActivationCount,
        Descriptors.UndefinedValue,
        Descriptors.TooManyParameters,
        Descriptors.MemberConflict,
        Descriptors.InvalidOperator,
        Descriptors.DeclaredTwice,
        Descriptors.InvalidOption,
        Descriptors.UnfitActivation,
        Descriptors.HiddenIdentity,
        Descriptors.ConstantOutput,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        ImmutableArray<AttributeData> attributes = [.. NetworkAttributes.On(type)];
        if (attributes.Length > 1)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DeclaredTwice, type.Locations[0], type.Name));
        }
        else if (attributes.Length == 1)
        {
            AttributeReader.Read(type, attributes[0], new Reporter(context.ReportDiagnostic), context.CancellationToken);
        }
    }
}
