namespace NetGen.MathNetTests.Networks;

/// <summary>Two linear functions of two features.</summary>
[Network([2, 2], [Activation.Identity], Loss.MeanSquaredError, Precision = Precision.Double)]
public sealed partial class TwoOutputs;
