namespace NetGen.MathNetTests.Networks;

/// <summary>A deeper network for the gradient check of the course.</summary>
[Network([8, 8, 5, 4], [Activation.Sigmoid, Activation.Sigmoid, Activation.Sigmoid], Loss.BinaryCrossEntropy, Precision = Precision.Double, Reduction = LossReduction.SumOverOutputs)]
public sealed partial class DeepCheckNetwork;
