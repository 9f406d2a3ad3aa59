using NetGen;

namespace LogicGates;

/// <summary>XOR is not linearly separable: it takes a hidden layer.</summary>
[Network([2, 4, 1], [Activation.Tanh, Activation.Sigmoid], Loss.BinaryCrossEntropy)]
public sealed partial class XorGate;
