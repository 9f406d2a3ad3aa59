namespace NetGen.TrainingTests.Networks;

/// <summary>A curve through points, in double precision.</summary>
[Network([1, 12, 1], [Activation.Tanh, Activation.Identity], Loss.MeanSquaredError, Precision = Precision.Double)]
public sealed partial class CurveNetwork;
