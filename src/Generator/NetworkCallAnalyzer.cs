using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Frontend;
using NetGen.Generator.Frontend.Calls;

namespace NetGen.Generator;

/// <summary>Warns where a span whose length the compiler knows cannot fit the network that it is passed to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SpanLength];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Register);
    }

    private static void Register(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName(KnownNames.NetworkInterface) is { } contract)
        {
            context.RegisterOperationAction(operation => Analyze(operation, contract), OperationKind.Invocation);
        }
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol contract)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (LengthCheck.Concerns(call.TargetMethod.Name) && NetworkSizes.Of(call.TargetMethod.ContainingType, contract) is { } sizes)
        {
            new LengthCheck(call, sizes).Check(context.ReportDiagnostic);
        }
    }
}
