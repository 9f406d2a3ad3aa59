namespace NetGen.TrainingTests.Networks;

[Network([784, 128, 10], [Activation.ReLU, Activation.Identity], Loss.SoftmaxCrossEntropy)]
public sealed partial class MnistNetwork;
