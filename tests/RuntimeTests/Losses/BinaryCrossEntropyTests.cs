using NetGen.Losses;

namespace NetGen.RuntimeTests.Losses;

public sealed class BinaryCrossEntropySingleTests : LossTests<ElementwiseLoss<BinaryCrossEntropy<float>, float>, float>
{
    private protected override Oracle Oracle => Oracle.BinaryCrossEntropy;
}

public sealed class BinaryCrossEntropyDoubleTests : LossTests<ElementwiseLoss<BinaryCrossEntropy<double>, double>, double>
{
    private protected override Oracle Oracle => Oracle.BinaryCrossEntropy;
}
