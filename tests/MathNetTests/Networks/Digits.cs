namespace NetGen.MathNetTests.Networks;

/// <summary>The network of the course's fourth exercise: ten logistic outputs whose losses are summed.</summary>
[Network([400, 25, 10], [Activation.Sigmoid, Activation.Sigmoid], Loss.BinaryCrossEntropy, Precision = Precision.Double, Reduction = LossReduction.SumOverOutputs)]
public sealed partial class Digits;
