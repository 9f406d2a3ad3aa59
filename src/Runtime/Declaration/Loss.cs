namespace NetGen;

/// <summary>
/// Loss functions. <c>o</c> is the output of the network, <c>t</c> the target; a row's loss sums over its outputs,
/// <see cref="LossReduction"/> may divide it by their number, and the rows of a batch are averaged.
/// </summary>
public enum Loss
{
    /// <summary>Σ (o − t)², without a factor ½.</summary>
    MeanSquaredError,

    /// <summary>Σ |o − t|.</summary>
    MeanAbsoluteError,

    /// <summary>Σ ½d² for |d| ≤ δ, δ(|d| − δ/2) otherwise, with d = o − t (see <c>HuberDelta</c>).</summary>
    Huber,

    /// <summary>Σ ln cosh(o − t).</summary>
    LogCosh,

    /// <summary>−Σ (t ln o + (1 − t) ln(1 − o)); o is a probability.</summary>
    BinaryCrossEntropy,

    /// <summary>Σ softplus(o) − t·o; o is a logit.</summary>
    BinaryCrossEntropyWithLogits,

    /// <summary>−Σ t ln(o / Σo); o are probabilities over classes. Takes sparse labels too.</summary>
    CategoricalCrossEntropy,

    /// <summary>−Σ t ln softmax(o); o are logits over classes. Takes sparse labels too.</summary>
    SoftmaxCrossEntropy,

    /// <summary>−Σ t·o; o are log-probabilities over classes. Takes sparse labels too.</summary>
    NegativeLogLikelihood,

    /// <summary>Σ over j ≠ y of max(0, oⱼ − o_y + margin) (see <c>HingeMargin</c>). Takes sparse labels too.</summary>
    MulticlassHinge,

    /// <summary>Σ max(0, margin − t·o), targets ±1 (see <c>HingeMargin</c>).</summary>
    BinaryHinge,

    /// <summary>Σ t (ln t − o); o are log-probabilities, 0·ln 0 is 0.</summary>
    KullbackLeiblerDivergence,

    /// <summary>Σ eᵒ − t·o; o is the logarithm of a rate.</summary>
    PoissonNegativeLogLikelihood,

    /// <summary>1 − o·t / (|o||t|) of a row.</summary>
    CosineDistance,
}
