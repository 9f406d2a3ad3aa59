namespace NetGen.MathNetTests.Networks;

/// <summary>The network of the course's gradient check.</summary>
[Network([3, 5, 3], [Activation.Sigmoid, Activation.Sigmoid], Loss.BinaryCrossEntropy, Precision = Precision.Double, Reduction = LossReduction.SumOverOutputs)]
public sealed partial class CheckNetwork;
