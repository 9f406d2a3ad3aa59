using Microsoft.CodeAnalysis;

namespace NetGen.GeneratorBenchmark;

/// <summary>A generator that adds texts and reads nothing: what Roslyn takes for as many generated files.</summary>
/// <param name="texts">The texts by the names of their files.</param>
#pragma warning disable RS1036, RS1041, RS1042 // a measure, not an analyzer that is shipped
internal sealed class FileReplay(IReadOnlyDictionary<string, string> texts) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(context.ParseOptionsProvider, (output, _) =>
    {
        foreach (KeyValuePair<string, string> text in texts)
        {
            output.AddSource(text.Key, text.Value);
        }
    });
}
