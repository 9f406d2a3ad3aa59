using NetGen.Losses;

namespace NetGen.RuntimeTests.Losses;

public sealed class BinaryCrossEntropyWithLogitsSingleTests : LossTests<ElementwiseLoss<BinaryCrossEntropyWithLogits<float>, float>, float>
{
    private protected override Oracle Oracle => Oracle.BinaryCrossEntropyWithLogits;
}

public sealed class BinaryCrossEntropyWithLogitsDoubleTests : LossTests<ElementwiseLoss<BinaryCrossEntropyWithLogits<double>, double>, double>
{
    private protected override Oracle Oracle => Oracle.BinaryCrossEntropyWithLogits;
}
