using NetGen.Losses;

namespace NetGen.RuntimeTests.Losses;

public sealed class KullbackLeiblerDivergenceSingleTests : LossTests<ElementwiseLoss<KullbackLeiblerDivergence<float>, float>, float>
{
    private protected override Oracle Oracle => Oracle.KullbackLeiblerDivergence;
}

public sealed class KullbackLeiblerDivergenceDoubleTests : LossTests<ElementwiseLoss<KullbackLeiblerDivergence<double>, double>, double>
{
    private protected override Oracle Oracle => Oracle.KullbackLeiblerDivergence;
}
