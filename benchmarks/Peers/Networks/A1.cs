namespace NetGen.Peers.Networks;

/// <summary>A function of one variable.</summary>
[Network([1, 8, 8, 1], [Activation.Tanh, Activation.Tanh, Activation.Identity], Loss.MeanSquaredError)]
public sealed partial class A1;

/// <summary><see cref="A1"/> in double precision.</summary>
[Network([1, 8, 8, 1], [Activation.Tanh, Activation.Tanh, Activation.Identity], Loss.MeanSquaredError, Precision = Precision.Double)]
public sealed partial class A1Double;
