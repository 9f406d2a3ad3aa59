namespace NetGen.Peers.Networks;

/// <summary>Images of 28×28 pixels; the weights fit the second-level cache.</summary>
[Network([784, 128, 10], [Activation.ReLU, Activation.Softmax], Loss.CategoricalCrossEntropy)]
public sealed partial class L1;

/// <summary><see cref="L1"/> in double precision.</summary>
[Network([784, 128, 10], [Activation.ReLU, Activation.Softmax], Loss.CategoricalCrossEntropy, Precision = Precision.Double)]
public sealed partial class L1Double;
