namespace NetGen.TrainingTests.Networks;

[Network([13, 32, 3], [Activation.ReLU, Activation.Identity], Loss.SoftmaxCrossEntropy)]
public sealed partial class WineNetwork;
