using NetGen;

namespace Regression;

/// <summary>Three digits in, their sum out; the output is linear, because a sum has no bounds like those of a sigmoid.</summary>
[Network([3, 8, 1], [Activation.ReLU, Activation.Identity], Loss.MeanSquaredError)]
public sealed partial class SumNetwork;
