namespace NetGen.MathNetTests.Networks;

/// <summary>One neuron without a bias.</summary>
[Network([2, 1], [Activation.Sigmoid], Loss.MeanSquaredError, Precision = Precision.Double, Bias = false)]
public sealed partial class OrGate;
