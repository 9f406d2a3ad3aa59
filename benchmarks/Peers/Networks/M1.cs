namespace NetGen.Peers.Networks;

/// <summary>Images of 8×8 pixels.</summary>
[Network([64, 128, 64, 10], [Activation.ReLU, Activation.ReLU, Activation.Softmax], Loss.CategoricalCrossEntropy)]
public sealed partial class M1;

/// <summary><see cref="M1"/> in double precision.</summary>
[Network([64, 128, 64, 10], [Activation.ReLU, Activation.ReLU, Activation.Softmax], Loss.CategoricalCrossEntropy, Precision = Precision.Double)]
public sealed partial class M1Double;
