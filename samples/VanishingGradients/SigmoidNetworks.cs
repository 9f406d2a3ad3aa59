using NetGen;
using static NetGen.Activation;

namespace VanishingGradients;

/// <summary>Networks with hidden layers of 16 outputs and the sigmoid.</summary>
internal static partial class SigmoidNetworks
{
    [Network(
        [2, 16, 16, 16, 16, 1],
        [Sigmoid, Sigmoid, Sigmoid, Sigmoid, Identity],
        Loss.BinaryCrossEntropyWithLogits)]
    public sealed partial class Depth4;

    [Network(
        [2, 16, 16, 16, 16, 16, 16, 16, 1],
        [Sigmoid, Sigmoid, Sigmoid, Sigmoid, Sigmoid, Sigmoid, Sigmoid, Identity],
        Loss.BinaryCrossEntropyWithLogits)]
    public sealed partial class Depth7;

    [Network(
        [2, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 1],
        [Sigmoid, Sigmoid, Sigmoid, Sigmoid, Sigmoid, Sigmoid, Sigmoid, Sigmoid, Sigmoid, Sigmoid, Identity],
        Loss.BinaryCrossEntropyWithLogits)]
    public sealed partial class Depth10;
}
