namespace NetGen.MathNetTests.Networks;

/// <summary>A small classifier with labels.</summary>
[Network([2, 4, 3], [Activation.Tanh, Activation.Identity], Loss.SoftmaxCrossEntropy, Precision = Precision.Double)]
public sealed partial class SoftmaxNetwork;
