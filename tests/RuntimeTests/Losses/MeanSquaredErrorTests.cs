using NetGen.Losses;

namespace NetGen.RuntimeTests.Losses;

public sealed class MeanSquaredErrorSingleTests : LossTests<ElementwiseLoss<MeanSquaredError<float>, float>, float>
{
    private protected override Oracle Oracle => Oracle.MeanSquaredError;
}

public sealed class MeanSquaredErrorDoubleTests : LossTests<ElementwiseLoss<MeanSquaredError<double>, double>, double>
{
    private protected override Oracle Oracle => Oracle.MeanSquaredError;
}
