using NetGen;

namespace NetGenApp._1;

/// <summary>A point of two coordinates in, the probability that it lies in a disc out.</summary>
[Network([2, 16, 1], [Activation.Tanh, Activation.Sigmoid], Loss.BinaryCrossEntropy)]
public sealed partial class DiscNetwork;
