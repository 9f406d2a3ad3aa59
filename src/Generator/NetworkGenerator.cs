using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Emit;
using NetGen.Generator.Frontend;
using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;
using NetGen.Generator.Schedule;

namespace NetGen.Generator;

/// <summary>Adds the members of a network to classes with <c>[Network]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Register(context, KnownNames.Attribute);
        Register(context, KnownNames.GenericAttribute);
    }

    private static void Register(IncrementalGeneratorInitializationContext context, string attribute)
    {
        IncrementalValuesProvider<SourceFile> files = context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, static (node, _) => node is TypeDeclarationSyntax, Read)
            .Where(static declaration => declaration is not null)
            .Select(static (declaration, _) => declaration!)
            .WithTrackingName(StepNames.Declaration)
            .Select(static (declaration, _) => new LoweredNetwork(declaration, Lowering.Lower(declaration)))
            .WithTrackingName(StepNames.Graph)
            .Select(static (network, _) => Planner.Plan(network.Declaration, network.Graph))
            .WithTrackingName(StepNames.Plan)
            .Select(static (plan, _) => Scheduler.Schedule(plan))
            .WithTrackingName(StepNames.Schedule)
            .Select(static (schedule, _) => new SourceFile(FileNames.HintName(schedule.Declaration.Target), NetworkEmitter.Emit(schedule)))
            .WithTrackingName(StepNames.Source);
        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, file.Text));
    }

    private static NetworkDeclaration? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.TargetSymbol;
        return NetworkAttributes.AreBothOn(type)
            ? null
            : AttributeReader.Read(type, context.Attributes[0], new Reporter(null), cancellation);
    }
}
