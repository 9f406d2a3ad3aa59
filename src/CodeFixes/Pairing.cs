namespace NetGen.CodeFixes;

/// <summary>A last activation and a loss that do not go together.</summary>
/// <param name="activation">The member of <c>Activation</c>.</param>
/// <param name="loss">The member of <c>Loss</c>.</param>
internal readonly struct Pairing(string activation, string loss)
{
    public string Activation => activation;

    public string Loss => loss;

    /// <summary>The same loss behind the activation that it expects, or null where it expects none in particular.</summary>
    public Pairing? WithMatchingActivation() => loss switch
    {
        "BinaryCrossEntropy" => new Pairing("Sigmoid", loss),
        "CategoricalCrossEntropy" => new Pairing("Softmax", loss),
        "NegativeLogLikelihood" or "KullbackLeiblerDivergence" => new Pairing("LogSoftmax", loss),
        "BinaryCrossEntropyWithLogits" or "SoftmaxCrossEntropy" or "BinaryHinge" or "PoissonNegativeLogLikelihood" => new Pairing("Identity", loss),
        _ => null,
    };

    /// <summary>The loss of the same kind that expects what the activation returns, or null where there is none.</summary>
    public Pairing? WithMatchingLoss() => (activation, loss) switch
    {
        ("Sigmoid", "BinaryCrossEntropyWithLogits") => new Pairing(activation, "BinaryCrossEntropy"),
        ("Identity", "BinaryCrossEntropy") => new Pairing(activation, "BinaryCrossEntropyWithLogits"),
        ("Softmax", "SoftmaxCrossEntropy" or "NegativeLogLikelihood") => new Pairing(activation, "CategoricalCrossEntropy"),
        ("LogSoftmax", "CategoricalCrossEntropy") => new Pairing(activation, "NegativeLogLikelihood"),
        ("Identity", "CategoricalCrossEntropy" or "NegativeLogLikelihood") => new Pairing(activation, "SoftmaxCrossEntropy"),
        _ => null,
    };
}
