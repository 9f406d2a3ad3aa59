namespace NetGen.MathNetTests.Networks;

/// <summary>A small smooth network.</summary>
[Network([2, 3, 1], [Activation.Tanh, Activation.Identity], Loss.MeanSquaredError, Precision = Precision.Double)]
public sealed partial class Tanh2;
