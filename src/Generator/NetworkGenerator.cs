using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Emit;
using NetGen.Generator.Frontend;
using NetGen.Generator.Frontend.Surface;
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
        IncrementalValuesProvider<ReadNetwork> read = Candidates(context)
            .Combine(context.CompilationProvider.Select(static (compilation, _) => DeclaredSurface.Of(compilation)))
            .Select(static (found, _) => new Candidate(found.Left, found.Right))
            .Select(static (candidate, cancellation) => NetworkReader.Read(candidate, cancellation))
            .WithTrackingName(StepNames.Read);
        IncrementalValuesProvider<SourceFile> networks = read
            .Where(static read => read.Network is not null)
            .Select(static (read, _) => read.Network!)
            .WithTrackingName(StepNames.Declaration)
            .Select(static (declaration, _) => new LoweredNetwork(declaration, Lowering.Lower(declaration)))
            .WithTrackingName(StepNames.Graph)
            .Select(static (network, _) => Planner.Plan(network.Declaration, network.Graph))
            .WithTrackingName(StepNames.Plan)
            .Select(static (plan, _) => Scheduler.Schedule(plan))
            .WithTrackingName(StepNames.Schedule)
            .Select(static (schedule, _) => new SourceFile(FileNames.HintName(schedule.Declaration.Target), schedule.Declaration.Target.Path, NetworkEmitter.Emit(schedule)) { SharesFile = schedule.Declaration.SharesFile })
            .WithTrackingName(StepNames.Source);
        IncrementalValuesProvider<SourceFile> stubs = read
            .Where(static read => read.Stub is not null)
            .Select(static (read, _) => new SourceFile(FileNames.HintName(read.Stub!.Target), read.Stub.Target.Path, StubEmitter.Emit(read.Stub)))
            .WithTrackingName(StepNames.Stub);
        IncrementalValuesProvider<SourceGroup> groups = networks
            .Where(static source => source.SharesFile)
            .Collect()
            .SelectMany(static (sources, _) => SourceGroup.Of(sources))
            .WithTrackingName(StepNames.Group);
        context.RegisterSourceOutput(networks.Where(static source => !source.SharesFile), static (output, file) => output.AddSource(file.HintName, file.Text));
        context.RegisterSourceOutput(groups, static (output, group) => output.AddSource(group.HintName, group.Text));
        context.RegisterSourceOutput(stubs, static (output, file) => output.AddSource(file.HintName, file.Text));
    }

    /// <summary>The types with an attribute that may be the network's.</summary>
    private static IncrementalValuesProvider<TypeDeclarationSyntax> Candidates(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<FileSyntax> files = context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => node is CompilationUnitSyntax,
            static (found, _) => FileSyntax.Of((CompilationUnitSyntax)found.Node));
        IncrementalValueProvider<EquatableArray<string>> aliases = files
            .SelectMany(static (file, _) => file.GlobalAliases)
            .Collect()
            .Select(static (names, _) => new EquatableArray<string>(names));
        return files
            .Combine(aliases)
            .SelectMany(static (found, _) => found.Left.Types.Where(type => NetworkSyntax.MayBeNetwork(type, found.Right)));
    }
}
