namespace NetGen.TrainingTests.Networks;

[Network([3, 8, 1], [Activation.Sigmoid, Activation.Sigmoid], Loss.MeanSquaredError)]
public sealed partial class SumNetwork;
