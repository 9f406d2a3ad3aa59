namespace NetGen.Peers.Networks;

/// <summary>Images of 28×28 pixels; the weights exceed the second-level cache.</summary>
[Network([784, 512, 512, 10], [Activation.ReLU, Activation.ReLU, Activation.Softmax], Loss.CategoricalCrossEntropy)]
public sealed partial class L2;

/// <summary><see cref="L2"/> in double precision.</summary>
[Network([784, 512, 512, 10], [Activation.ReLU, Activation.ReLU, Activation.Softmax], Loss.CategoricalCrossEntropy, Precision = Precision.Double)]
public sealed partial class L2Double;
