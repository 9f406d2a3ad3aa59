using NetGen.Losses;

namespace NetGen.RuntimeTests.Losses;

public sealed class MulticlassHingeSingleTests : ClassLossTests<MulticlassHinge<float, Margin>, float>
{
    private protected override Oracle Oracle => Oracle.MulticlassHinge;
}

public sealed class MulticlassHingeDoubleTests : ClassLossTests<MulticlassHinge<double, Margin>, double>
{
    private protected override Oracle Oracle => Oracle.MulticlassHinge;
}
