namespace NetGen.MathNetTests.Networks;

/// <summary>A network of more parameters than BFGS takes.</summary>
[Network([4000, 1], [Activation.Identity], Loss.MeanSquaredError, Precision = Precision.Double)]
public sealed partial class Large;
