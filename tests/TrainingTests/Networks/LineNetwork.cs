namespace NetGen.TrainingTests.Networks;

/// <summary>y = wx + b.</summary>
[Network([1, 1], [Activation.Identity], Loss.MeanSquaredError, Precision = Precision.Double)]
public sealed partial class LineNetwork;
