extern alias Generator;

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.GeneratorTests.Harness;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>
/// Declarations and calls with tokens dropped, swapped, repeated and replaced: neither the generator nor an analyzer ends
/// or hangs, and what is wrong is reported in the user's file, never in a generated one.
/// </summary>
public class DamagedDeclarationTests
{
    private const int Batches = 20;
    private const int PerBatch = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string[] Sources =
    [
        "[Network([2, 3, 1], [Activation.ReLU, Activation.Sigmoid], Loss.BinaryCrossEntropy)] public partial class Net;",
        "[Network(new[] { 2, 3 }, activations: new[] { Activation.Softmax }, loss: Loss.CategoricalCrossEntropy, Precision = Precision.Double)] internal sealed partial class Net { }",
        "[Network([1, 2], [Activation.GELU], typeof(OwnLoss), Bias = false)] partial class Net; struct OwnLoss : ILoss<float> { }",
        "[Network<OwnLoss>([2, 1], [Activation.Tanh], HuberDelta = 2e3, Initializer = Initializer.Zeros)] public partial class Net; public struct OwnLoss : ILoss<float> { }",
        "partial class Outer<T> where T : class { partial struct Middle { [Network([2, 1], [Activation.Identity], Loss.Huber)] private partial class Net : System.IDisposable { public void Dispose() { } } } }",
        "[Network([3, 2], [Activation.LogSoftmax], Loss.NegativeLogLikelihood, Reduction = LossReduction.SumOverOutputs)] partial class Net { public Net(string s) : this(7) { } public int Size => InputSize; }",
        "[Network([2, 2, 1], [Activation.Identity, Activation.ELU], Loss.LogCosh, ELUAlpha = 0.5)] partial class Net : Base; class Base { protected int P; }",
        "[Network([2, 1], [Activation.Tanh], Loss.BinaryHinge)] partial class Net<T> { void F() { Span<float> x = stackalloc float[2]; Forward(x[..2], new float[] { 1 }); } }",
    ];

    [Fact]
    public async Task No_damage_ends_the_generator_or_an_analyzer()
    {
        int generated = 0;
        List<string> errors = [];
        for (int batch = 0; batch < Batches; batch++)
        {
            using CancellationTokenSource patience = new(Patience);
            CSharpCompilation compilation = TestCompilation.Create(Enumerable.Range(batch * PerBatch, PerBatch).Select(File));
            GeneratorDriver driver = GeneratorRun.CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _, patience.Token);
            GeneratorRunResult result = driver.GetRunResult().Results.Single();
            Assert.True(result.Exception is null, $"batch {batch}: {result.Exception}");
            generated += result.GeneratedSources.Length;

            ImmutableArray<Diagnostic> reported = await AnalyzerVerifier.Analyze(output, patience.Token);
            Assert.All(reported, x => Assert.StartsWith("NETGEN", x.Id));
            Assert.All(reported, x => Assert.True(x.Location.SourceTree is null || compilation.ContainsSyntaxTree(x.Location.SourceTree), x.ToString()));
            errors.AddRange(ErrorsOfGeneratedCode(output, compilation, patience.Token));
        }

        Assert.True(errors.Count == 0, $"{errors.Count} generated files do not compile\n{string.Join("\n", errors.Take(30))}");
        Assert.InRange(generated, Batches * PerBatch / 10, Batches * PerBatch * 9 / 10);
    }

    /// <summary>Each in a namespace of its own, so that one cannot spoil the next.</summary>
    private static string File(int seed) =>
        $"using System; using NetGen; namespace Damaged{seed};\n{new Damage(seed).Of(Sources[seed % Sources.Length])}";

    private static IEnumerable<string> ErrorsOfGeneratedCode(Compilation output, CSharpCompilation compilation, CancellationToken cancellation) =>
        from error in output.GetDiagnostics(cancellation)
        where error.Severity == DiagnosticSeverity.Error && error.Location.SourceTree is { } tree && !compilation.ContainsSyntaxTree(tree)
        group error by error.Location.SourceTree into errors
        let seed = int.Parse(new string([.. Path.GetFileName(errors.Key.FilePath).SkipWhile(c => !char.IsDigit(c)).TakeWhile(char.IsDigit)]))
        select $"{errors.First()}\n{File(seed)}\n";
}
