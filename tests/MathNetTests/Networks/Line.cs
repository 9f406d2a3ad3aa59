namespace NetGen.MathNetTests.Networks;

/// <summary>A straight line.</summary>
[Network([1, 1], [Activation.Identity], Loss.MeanSquaredError, Precision = Precision.Double)]
public sealed partial class Line;
