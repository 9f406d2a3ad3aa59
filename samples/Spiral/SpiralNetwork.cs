using NetGen;

namespace Spiral;

/// <summary>A point in, the logits of the three arms out.</summary>
[Network([2, 100, 3], [Activation.ReLU, Activation.Identity], Loss.SoftmaxCrossEntropy)]
public sealed partial class SpiralNetwork;
