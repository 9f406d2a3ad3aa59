namespace NetGen.MathNetTests.Networks;

/// <summary>b₁/(1 + exp(b₂ − b₃·x)) of inputs (x, 1): a logistic growth curve.</summary>
[Network([2, 1, 1], [Activation.Sigmoid, Activation.Identity], Loss.MeanSquaredError, Precision = Precision.Double, Bias = false)]
public sealed partial class Rat42;
