using NetGen;
using static NetGen.Activation;

namespace VanishingGradients;

/// <summary>Networks with hidden layers of 16 outputs and ReLU.</summary>
internal static partial class ReLUNetworks
{
    [Network(
        [2, 16, 16, 16, 16, 1],
        [ReLU, ReLU, ReLU, ReLU, Identity],
        Loss.BinaryCrossEntropyWithLogits)]
    public sealed partial class Depth4;

    [Network(
        [2, 16, 16, 16, 16, 16, 16, 16, 1],
        [ReLU, ReLU, ReLU, ReLU, ReLU, ReLU, ReLU, Identity],
        Loss.BinaryCrossEntropyWithLogits)]
    public sealed partial class Depth7;

    [Network(
        [2, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 1],
        [ReLU, ReLU, ReLU, ReLU, ReLU, ReLU, ReLU, ReLU, ReLU, ReLU, Identity],
        Loss.BinaryCrossEntropyWithLogits)]
    public sealed partial class Depth10;
}
