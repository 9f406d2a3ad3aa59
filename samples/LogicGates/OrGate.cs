using NetGen;

namespace LogicGates;

/// <summary>OR is linearly separable: one neuron is enough.</summary>
[Network([2, 1], [Activation.Sigmoid], Loss.BinaryCrossEntropy)]
public sealed partial class OrGate;
