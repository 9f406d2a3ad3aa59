using NetGen.Losses;

namespace NetGen.RuntimeTests.Losses;

public sealed class BinaryHingeSingleTests : LossTests<ElementwiseLoss<BinaryHinge<float, Margin>, float>, float>
{
    private protected override Oracle Oracle => Oracle.BinaryHinge;
}

public sealed class BinaryHingeDoubleTests : LossTests<ElementwiseLoss<BinaryHinge<double, Margin>, double>, double>
{
    private protected override Oracle Oracle => Oracle.BinaryHinge;
}
