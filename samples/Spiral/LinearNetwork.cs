using NetGen;

namespace Spiral;

/// <summary>Softmax regression: without a hidden layer the boundaries are straight lines.</summary>
[Network([2, 3], [Activation.Identity], Loss.SoftmaxCrossEntropy)]
public sealed partial class LinearNetwork;
