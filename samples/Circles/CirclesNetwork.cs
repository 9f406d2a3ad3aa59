using NetGen;

namespace Circles;

/// <summary>A point in, the probability that it lies on the inner circle out.</summary>
[Network(
    [2, 4, 3, 1],
    [Activation.ReLU, Activation.ReLU, Activation.Sigmoid],
    Loss.BinaryCrossEntropy,
    Initializer = Initializer.HeNormal)]
public sealed partial class CirclesNetwork;
