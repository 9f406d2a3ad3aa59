namespace NetGen.TrainingTests.Networks;

[Network([4, 16, 3], [Activation.Tanh, Activation.Identity], Loss.SoftmaxCrossEntropy)]
public sealed partial class IrisNetwork;
