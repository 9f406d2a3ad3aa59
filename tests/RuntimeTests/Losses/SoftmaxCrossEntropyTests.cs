using NetGen.Losses;

namespace NetGen.RuntimeTests.Losses;

public sealed class SoftmaxCrossEntropySingleTests : ClassLossTests<SoftmaxCrossEntropy<float>, float>
{
    private protected override Oracle Oracle => Oracle.SoftmaxCrossEntropy;
}

public sealed class SoftmaxCrossEntropyDoubleTests : ClassLossTests<SoftmaxCrossEntropy<double>, double>
{
    private protected override Oracle Oracle => Oracle.SoftmaxCrossEntropy;
}
