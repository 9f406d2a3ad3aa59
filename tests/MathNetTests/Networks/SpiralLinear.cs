namespace NetGen.MathNetTests.Networks;

/// <summary>A linear classifier of three classes.</summary>
[Network([2, 3], [Activation.Identity], Loss.SoftmaxCrossEntropy, Precision = Precision.Double)]
public sealed partial class SpiralLinear;
