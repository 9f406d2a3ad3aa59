using NetGen.Losses;

namespace NetGen.RuntimeTests.Losses;

public sealed class NegativeLogLikelihoodSingleTests : ClassLossTests<NegativeLogLikelihood<float>, float>
{
    private protected override Oracle Oracle => Oracle.NegativeLogLikelihood;
}

public sealed class NegativeLogLikelihoodDoubleTests : ClassLossTests<NegativeLogLikelihood<double>, double>
{
    private protected override Oracle Oracle => Oracle.NegativeLogLikelihood;
}
