using System.Text.Json;

namespace NetGen.GeneratorTests.Reference;

/// <summary>Translates the names of the stored cases into a declaration.</summary>
internal static class OracleSpec
{
    public static NetworkSpec Read(JsonElement json)
    {
        JsonElement[] layers = [.. json.GetProperty("layers").EnumerateArray()];
        JsonElement lossParameters = json.GetProperty("loss_params");
        return new NetworkSpec(
            json.GetProperty("sizes").Integers(),
            [.. layers.Select(layer => (ActivationSpec)ActivationOf(layer.GetProperty("activation").GetString()!))],
            LossOf(json.GetProperty("loss").GetString()!, lossParameters))
        {
            Precision = Precision.Double,
            Reduction = LossReduction.SumOverOutputs,
            LeakyReLUSlope = Parameter(layers, "negative_slope") ?? 0.01,
            ELUAlpha = Parameter(layers, "alpha") ?? 1,
            HuberDelta = lossParameters.TryGetProperty("delta", out JsonElement delta) ? delta.Number() : 1,
        };
    }

    public static Activation ActivationOf(string name) => Enum.Parse<Activation>(name.Replace("_", ""), ignoreCase: true);

    private static double? Parameter(JsonElement[] layers, string name)
    {
        double[] values =
        [
            .. layers.Select(layer => layer.GetProperty("activation_params"))
                .Where(x => x.TryGetProperty(name, out _)).Select(x => x.GetProperty(name).Number()).Distinct(),
        ];
        return values.Length == 0 ? null : values.Single();
    }

    private static LossSpec LossOf(string name, JsonElement parameters) => name switch
    {
        "mse" => Loss.MeanSquaredError,
        "mae" => Loss.MeanAbsoluteError,
        "huber" => Loss.Huber,
        "log_cosh" => Loss.LogCosh,
        "bce" => Loss.BinaryCrossEntropy,
        "bce_with_logits" => Loss.BinaryCrossEntropyWithLogits,
        "categorical_crossentropy" => Loss.CategoricalCrossEntropy,
        "softmax_crossentropy" => Loss.SoftmaxCrossEntropy,
        "nll" => Loss.NegativeLogLikelihood,
        "multiclass_hinge" => Loss.MulticlassHinge,
        "binary_hinge" => Loss.BinaryHinge,
        "kl_div" => Loss.KullbackLeiblerDivergence,
        "poisson_nll" when parameters.GetProperty("log_input").GetBoolean() => Loss.PoissonNegativeLogLikelihood,
        "poisson_nll" => OwnOperators.PoissonOfRate,
        "cosine" => Loss.CosineDistance,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
