namespace NetGen.Peers.Networks;

/// <summary>A small classifier.</summary>
[Network([16, 32, 16, 4], [Activation.ReLU, Activation.ReLU, Activation.Softmax], Loss.CategoricalCrossEntropy)]
public sealed partial class S1;

/// <summary><see cref="S1"/> in double precision.</summary>
[Network([16, 32, 16, 4], [Activation.ReLU, Activation.ReLU, Activation.Softmax], Loss.CategoricalCrossEntropy, Precision = Precision.Double)]
public sealed partial class S1Double;
