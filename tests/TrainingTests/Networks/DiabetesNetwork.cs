namespace NetGen.TrainingTests.Networks;

[Network([10, 16, 1], [Activation.Tanh, Activation.Identity], Loss.MeanSquaredError, Initializer = Initializer.LeCunUniform)]
public sealed partial class DiabetesNetwork;
