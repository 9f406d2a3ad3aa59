using NetGen.Losses;

namespace NetGen.RuntimeTests.Losses;

public sealed class HuberSingleTests : LossTests<ElementwiseLoss<Huber<float, HuberDelta>, float>, float>
{
    private protected override Oracle Oracle => Oracle.Huber;
}

public sealed class HuberDoubleTests : LossTests<ElementwiseLoss<Huber<double, HuberDelta>, double>, double>
{
    private protected override Oracle Oracle => Oracle.Huber;
}
