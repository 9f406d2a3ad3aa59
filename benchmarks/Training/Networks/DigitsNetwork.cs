namespace NetGen.TrainingBenchmark.Networks;

[Network([64, 64, 10], [Activation.ReLU, Activation.Identity], Loss.SoftmaxCrossEntropy)]
public sealed partial class DigitsNetwork;
