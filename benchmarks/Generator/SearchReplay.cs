using Microsoft.CodeAnalysis;

namespace NetGen.GeneratorBenchmark;

/// <summary>
/// A generator that finds the attribute by Roslyn's search and adds texts that are there already. It binds the attributes of
/// every class anew in every compilation, and parses what is added.
/// </summary>
/// <param name="texts">The texts by the names of the networks.</param>
#pragma warning disable RS1036, RS1041, RS1042 // a measure, not an analyzer that is shipped
internal sealed class SearchReplay(IReadOnlyDictionary<string, string> texts) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (string attribute in new[] { "NetGen.NetworkAttribute", "NetGen.NetworkAttribute`1" })
        {
            IncrementalValuesProvider<string> names = context.SyntaxProvider.ForAttributeWithMetadataName(
                attribute, static (_, _) => true, static (found, _) => found.TargetSymbol.Name);
            context.RegisterSourceOutput(names, (output, name) => output.AddSource($"Networks.{name}.g.cs", texts[name]));
        }
    }
}
