using NetGen.Losses;

namespace NetGen.RuntimeTests.Losses;

public sealed class LogCoshSingleTests : LossTests<ElementwiseLoss<LogCosh<float>, float>, float>
{
    private protected override Oracle Oracle => Oracle.LogCosh;
}

public sealed class LogCoshDoubleTests : LossTests<ElementwiseLoss<LogCosh<double>, double>, double>
{
    private protected override Oracle Oracle => Oracle.LogCosh;
}
