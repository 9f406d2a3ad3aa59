using System.Text.Json;

namespace NetGen.GeneratorTests.Reference;

/// <summary>One stored PyTorch case: a network, its data, and the outputs, losses and gradients to meet.</summary>
internal sealed class OracleCase(JsonElement json)
{
    private static readonly Lazy<OracleCase[]> Cases =
        new(() => [.. ReferenceData.Json("visible.json.gz").GetProperty("cases").EnumerateArray().Select(x => new OracleCase(x))]);

    public static IReadOnlyList<OracleCase> All => Cases.Value;

    public string Id => json.GetProperty("id").GetString()!;

    public NetworkSpec Spec { get; } = OracleSpec.Read(json);

    public double[] Inputs => json.GetProperty("input").Flat();

    public double[] OutputGradients => json.GetProperty("output_cotangent").Flat();

    public double[] Parameters =>
        InOurLayout(json.GetProperty("layers").EnumerateArray().Select(layer => (layer.GetProperty("weight"), layer.GetProperty("bias"))));

    /// <summary>Class indices, or null where the targets are dense.</summary>
    public int[]? Labels => json.GetProperty("target_kind").GetString() == "index" ? json.GetProperty("target").Integers() : null;

    public double[] Targets => Labels is { } labels
        ? [.. labels.SelectMany(label => ReferenceNetwork.OneHot(label, Spec.OutputSize))]
        : json.GetProperty("target").Flat();

    public double[] Output => Expected("output").Flat();

    public double[][] PreActivations => [.. Expected("pre_activations").EnumerateArray().Select(x => x.Flat())];

    /// <summary>The mean over the batch of the loss summed over the outputs; what the stored gradients derive.</summary>
    public double LossOfSum => Expected("loss", "batch_mean_of_sum").Number();

    /// <summary>The factor from the sum over outputs to PyTorch's reduction 'mean'.</summary>
    public double MeanOverSum => Expected("loss", "torch_mean_over_batch_mean_of_sum").Number();

    public double[] OutputGradientOfSum => Expected("grads", "output").Flat();

    public double[] InputGradientOfSum => Expected("grads", "input").Flat();

    public double[] GradientOfSum => ParameterTensors("grads");

    public double[] VjpParameters => ParameterTensors("vjp");

    public double[] VjpInputs => Expected("vjp", "input").Flat();

    private double[] ParameterTensors(string kind) => InOurLayout(
        Expected(kind, "weights").EnumerateArray().Zip(Expected(kind, "biases").EnumerateArray()));

    private JsonElement Expected(params string[] path) => json.At(["expected", "f64", .. path]);

    /// <summary>PyTorch's weights are <c>[out][in]</c>, ours <c>[in, out]</c>, each layer followed by its biases.</summary>
    private static double[] InOurLayout(IEnumerable<(JsonElement Weights, JsonElement Biases)> layers) =>
        [.. layers.SelectMany(layer => layer.Weights.Transposed().Concat(layer.Biases.Flat()))];
}
