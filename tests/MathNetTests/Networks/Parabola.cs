namespace NetGen.MathNetTests.Networks;

/// <summary>A linear function of two features, such as x and x².</summary>
[Network([2, 1], [Activation.Identity], Loss.MeanSquaredError, Precision = Precision.Double)]
public sealed partial class Parabola;
