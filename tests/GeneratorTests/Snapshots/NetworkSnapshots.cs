using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;
using NetGen.Testing;

namespace NetGen.GeneratorTests.Snapshots;

/// <summary>Whole generated files, one per kind of network: read them when they change.</summary>
public partial class NetworkSnapshots
{
    [Fact]
    public void Tiny() => Verify("Circles", new([2, 4, 3, 1], [Activation.ReLU, Activation.ReLU, Activation.Sigmoid], Loss.BinaryCrossEntropy));

    [Fact]
    public void Wide() => Verify("Digits", new([64, 48, 10], [Activation.GELU, Activation.Softmax], Loss.CategoricalCrossEntropy));

    [Fact]
    public void Narrow() => Verify("Grasp", new([35, 3], [Activation.Identity], Loss.MeanSquaredError));

    [Fact]
    public void Rest() => Verify("Servo", new([32, 18], [Activation.ReLU], Loss.MeanSquaredError));

    [Fact]
    public void Large() => Verify("Spectrum", new([1024, 256], [Activation.ReLU], Loss.MeanSquaredError));

    [Fact]
    public void DoublePrecision() => Verify("Regression", new([3, 5, 2], [Activation.Tanh, Activation.Identity], Loss.Huber)
    {
        Precision = Precision.Double,
        HuberDelta = 0.25,
        Bias = false,
    });

    [Fact]
    public void OwnOperators() => Verify("Ranges", new([4, 8], [SmoothStep], Reference.OwnOperators.RangewiseMeanAbsoluteError));

    /// <summary>A new version of the generator is no change of its output.</summary>
    private static string WithoutVersion(string text) => GeneratorVersion().Replace(text, "GeneratedCode(\"NetGen\", \"x\")");

    [GeneratedRegex("""GeneratedCode\("NetGen", "[0-9.]+"\)""")]
    private static partial Regex GeneratorVersion();

    private static OwnActivation SmoothStep => OwnActivations.Scalar(
        "SmoothStep", "TSimd.Multiply(z, TSimd.Sigmoid(z))", "TSimd.Add(TSimd.Sigmoid(z), TSimd.Multiply(a, TSimd.Sigmoid(TSimd.Negate(z))))", z => z, _ => 1);

    private static void Verify(string className, NetworkSpec spec, [CallerMemberName] string method = "")
    {
        GeneratorRun run = GeneratorRun.Of(TestCompilation.Create([NetworkSource.File(spec, className), .. NetworkSource.OwnOperatorFiles([spec])]));
        Snapshot.Verify(WithoutVersion(run.TextOf(className)), className, method: method);
    }
}
