using NetGen.Losses;

namespace NetGen.RuntimeTests.Losses;

public sealed class CategoricalCrossEntropySingleTests : ClassLossTests<CategoricalCrossEntropy<float>, float>
{
    private protected override Oracle Oracle => Oracle.CategoricalCrossEntropy;
}

public sealed class CategoricalCrossEntropyDoubleTests : ClassLossTests<CategoricalCrossEntropy<double>, double>
{
    private protected override Oracle Oracle => Oracle.CategoricalCrossEntropy;
}
