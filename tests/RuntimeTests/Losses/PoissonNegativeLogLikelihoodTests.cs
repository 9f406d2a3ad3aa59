using NetGen.Losses;

namespace NetGen.RuntimeTests.Losses;

public sealed class PoissonNegativeLogLikelihoodSingleTests : LossTests<ElementwiseLoss<PoissonNegativeLogLikelihood<float>, float>, float>
{
    private protected override Oracle Oracle => Oracle.PoissonNegativeLogLikelihood;
}

public sealed class PoissonNegativeLogLikelihoodDoubleTests : LossTests<ElementwiseLoss<PoissonNegativeLogLikelihood<double>, double>, double>
{
    private protected override Oracle Oracle => Oracle.PoissonNegativeLogLikelihood;
}
