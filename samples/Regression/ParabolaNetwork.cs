using NetGen;

namespace Regression;

/// <summary>y = w₀ + w₁x + w₂x², linear in the features x and x².</summary>
[Network([2, 1], [Activation.Identity], Loss.MeanSquaredError)]
public sealed partial class ParabolaNetwork;
