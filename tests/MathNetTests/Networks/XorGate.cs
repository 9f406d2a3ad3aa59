namespace NetGen.MathNetTests.Networks;

/// <summary>Eleven lines of a well-known tutorial: the third input is 1.</summary>
[Network([3, 4, 1], [Activation.Sigmoid, Activation.Sigmoid], Loss.MeanSquaredError, Precision = Precision.Double, Bias = false)]
public sealed partial class XorGate;
