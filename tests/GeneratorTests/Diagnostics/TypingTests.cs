extern alias Generator;

using Generator::NetGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.GeneratorTests.Harness;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>A declaration as it is typed: neither the generator nor the analyzer may fall over any of its prefixes.</summary>
public class TypingTests
{
    private const string Declaration = """
        using NetGen;
        partial class Outer<T>
        {
            struct Own;
            [Network(new[] { 2, 4, 0x3, 1 }, activations: [Activation.ReLU, typeof(Own), (Activation)7], Loss.BinaryCrossEntropy, Bias = false, HuberDelta = -1e3)]
            [Network<Own>([2, 1], [Activation.Tanh])]
            private sealed partial class Net : System.IDisposable { public Net(int seed) : this() { } int Layers; }
        }
        """;

    [Fact]
    public async Task No_prefix_of_a_declaration_ends_the_generator_or_the_analyzer()
    {
        GeneratorDriver driver = GeneratorRun.CreateDriver();
        for (int length = 1; length <= Declaration.Length; length++)
        {
            CSharpCompilation compilation = TestCompilation.Create(Declaration[..length]);
            driver = driver.RunGenerators(compilation);
            Assert.True(driver.GetRunResult().Results.Single().Exception is null, $"{driver.GetRunResult().Results.Single().Exception}\n{Declaration[..length]}");
            IEnumerable<Diagnostic> diagnostics = await compilation.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
            Assert.DoesNotContain(diagnostics, x => !x.Id.StartsWith("NETGEN", StringComparison.Ordinal));
        }
    }
}
