namespace NetGen.Peers.Networks;

/// <summary>Five layers, for the time of the first call.</summary>
[Network(
    [16, 64, 64, 32, 16, 4],
    [Activation.ReLU, Activation.ReLU, Activation.ReLU, Activation.ReLU, Activation.Softmax],
    Loss.CategoricalCrossEntropy)]
public sealed partial class FiveLayers;
