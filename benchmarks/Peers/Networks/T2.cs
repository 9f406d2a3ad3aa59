namespace NetGen.Peers.Networks;

/// <summary>Three inputs to a probability, all sigmoids.</summary>
[Network([3, 4, 1], [Activation.Sigmoid, Activation.Sigmoid], Loss.BinaryCrossEntropy)]
public sealed partial class T2;

/// <summary><see cref="T2"/> in double precision.</summary>
[Network([3, 4, 1], [Activation.Sigmoid, Activation.Sigmoid], Loss.BinaryCrossEntropy, Precision = Precision.Double)]
public sealed partial class T2Double;
