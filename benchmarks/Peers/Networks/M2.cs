namespace NetGen.Peers.Networks;

/// <summary>Images of 20×20 pixels, with 25 columns that no vector width divides.</summary>
[Network([400, 25, 10], [Activation.Sigmoid, Activation.Sigmoid], Loss.BinaryCrossEntropy)]
public sealed partial class M2;

/// <summary><see cref="M2"/> in double precision.</summary>
[Network([400, 25, 10], [Activation.Sigmoid, Activation.Sigmoid], Loss.BinaryCrossEntropy, Precision = Precision.Double)]
public sealed partial class M2Double;
