using NetGen;

namespace OwnLoss;

/// <summary>Eight noisy samples of a step signal in, the signal out.</summary>
[Network(
    [8, 32, 8],
    [typeof(Squareplus<>), Activation.Identity],
    typeof(RangewiseMeanAbsoluteError<>),
    Precision = Precision.Double)]
public sealed partial class StepSignalNetwork;
