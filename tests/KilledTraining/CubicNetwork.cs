namespace NetGen.KilledTraining;

[Network([1, 8, 1], [Activation.Tanh, Activation.Identity], Loss.MeanSquaredError)]
public sealed partial class CubicNetwork;
