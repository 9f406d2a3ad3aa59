namespace NetGen.TrainingBenchmark.Networks;

[Network([2, 16, 1], [Activation.Tanh, Activation.Identity], Loss.BinaryCrossEntropyWithLogits)]
public sealed partial class CirclesNetwork;
