using NetGen;

namespace Digits;

/// <summary>64 pixels in, the logits of ten digits out.</summary>
[Network([64, 64, 10], [Activation.ReLU, Activation.Identity], Loss.SoftmaxCrossEntropy)]
public sealed partial class DigitsNetwork;
