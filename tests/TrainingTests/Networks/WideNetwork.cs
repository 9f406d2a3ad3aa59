namespace NetGen.TrainingTests.Networks;

/// <summary>With parameters enough that several threads share an update.</summary>
[Network([40, 256, 40], [Activation.ReLU, Activation.Identity], Loss.MeanSquaredError)]
public sealed partial class WideNetwork;
