using NetGen.Losses;

namespace NetGen.RuntimeTests.Losses;

public sealed class MeanAbsoluteErrorSingleTests : LossTests<ElementwiseLoss<MeanAbsoluteError<float>, float>, float>
{
    private protected override Oracle Oracle => Oracle.MeanAbsoluteError;
}

public sealed class MeanAbsoluteErrorDoubleTests : LossTests<ElementwiseLoss<MeanAbsoluteError<double>, double>, double>
{
    private protected override Oracle Oracle => Oracle.MeanAbsoluteError;
}
