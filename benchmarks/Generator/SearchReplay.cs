using Microsoft.CodeAnalysis;

namespace NetGen.GeneratorBenchmark;

/// <summary>
/// A generator that finds the attribute by Roslyn's search and adds an empty file for each network. It binds the attributes of
/// every class anew in every compilation.
/// </summary>
#pragma warning disable RS1036, RS1041, RS1042 // a measure, not an analyzer that is shipped
internal sealed class SearchReplay : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (string attribute in new[] { "NetGen.NetworkAttribute", "NetGen.NetworkAttribute`1" })
        {
            IncrementalValuesProvider<string> names = context.SyntaxProvider.ForAttributeWithMetadataName(
                attribute, static (_, _) => true, static (found, _) => found.TargetSymbol.Name);
            context.RegisterSourceOutput(names, static (output, name) => output.AddSource($"Networks.{name}.g.cs", ""));
        }
    }
}
