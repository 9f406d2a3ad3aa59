namespace NetGen.MathNetTests.Networks;

/// <summary>Logistic regression on 27 features.</summary>
[Network([27, 1], [Activation.Sigmoid], Loss.BinaryCrossEntropy, Precision = Precision.Double)]
public sealed partial class Logistic27;
