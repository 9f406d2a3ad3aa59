namespace NetGen.CodeFixes;

/// <summary>A last activation and a loss.</summary>
/// <param name="activation">The member of <c>Activation</c>.</param>
/// <param name="loss">The member of <c>Loss</c>.</param>
internal readonly struct Pairing(string activation, string loss)
{
    public string Activation => activation;

    public string Loss => loss;

    /// <summary>The same loss behind the activation that it expects, or null where the pairing is right.</summary>
    public Pairing? WithMatchingActivation() => (activation, loss) switch
    {
        ("Softmax" or "LogSoftmax" or "Sigmoid", "SoftmaxCrossEntropy" or "BinaryCrossEntropyWithLogits") => new Pairing("Identity", loss),
        ("Sigmoid" or "HardSigmoid" or "Softmax", "BinaryCrossEntropy") => null,
        (_, "BinaryCrossEntropy") => new Pairing("Sigmoid", loss),
        _ => null,
    };

    /// <summary>The loss that expects what the activation returns, or null where the pairing is right or there is none.</summary>
    public Pairing? WithMatchingLoss() => (activation, loss) switch
    {
        ("Softmax", "SoftmaxCrossEntropy") => new Pairing(activation, "CategoricalCrossEntropy"),
        ("LogSoftmax", "SoftmaxCrossEntropy") => new Pairing(activation, "NegativeLogLikelihood"),
        ("Sigmoid", "BinaryCrossEntropyWithLogits") => new Pairing(activation, "BinaryCrossEntropy"),
        ("Identity", "BinaryCrossEntropy") => new Pairing(activation, "BinaryCrossEntropyWithLogits"),
        _ => null,
    };
}
