namespace NetGen.Peers.Networks;

/// <summary>Two inputs to a probability: the network of the circles sample.</summary>
[Network([2, 4, 3, 1], [Activation.ReLU, Activation.ReLU, Activation.Sigmoid], Loss.BinaryCrossEntropy)]
public sealed partial class T1;

/// <summary><see cref="T1"/> in double precision.</summary>
[Network([2, 4, 3, 1], [Activation.ReLU, Activation.ReLU, Activation.Sigmoid], Loss.BinaryCrossEntropy, Precision = Precision.Double)]
public sealed partial class T1Double;
