namespace NetGen.Peers.Networks;

/// <summary>A small controller, its cost in tanh.</summary>
[Network([8, 64, 64, 2], [Activation.Tanh, Activation.Tanh, Activation.Identity], Loss.MeanSquaredError)]
public sealed partial class S2;

/// <summary><see cref="S2"/> in double precision.</summary>
[Network([8, 64, 64, 2], [Activation.Tanh, Activation.Tanh, Activation.Identity], Loss.MeanSquaredError, Precision = Precision.Double)]
public sealed partial class S2Double;
