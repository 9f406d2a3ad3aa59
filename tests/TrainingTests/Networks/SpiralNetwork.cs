namespace NetGen.TrainingTests.Networks;

[Network([2, 100, 3], [Activation.ReLU, Activation.Identity], Loss.SoftmaxCrossEntropy)]
public sealed partial class SpiralNetwork;
