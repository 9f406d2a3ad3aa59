namespace NetGen.TrainingTests.Networks;

[Network([30, 16, 1], [Activation.ReLU, Activation.Identity], Loss.BinaryCrossEntropyWithLogits)]
public sealed partial class BreastCancerNetwork;
