namespace NetGen.MathNetTests.Networks;

/// <summary>A straight line through the origin.</summary>
[Network([1, 1], [Activation.Identity], Loss.MeanSquaredError, Precision = Precision.Double, Bias = false)]
public sealed partial class Proportion;
