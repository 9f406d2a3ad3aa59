using NetGen.Losses;

namespace NetGen.RuntimeTests.Losses;

public sealed class CosineDistanceSingleTests : LossTests<CosineDistance<float>, float>
{
    private protected override Oracle Oracle => Oracle.CosineDistance;
}

public sealed class CosineDistanceDoubleTests : LossTests<CosineDistance<double>, double>
{
    private protected override Oracle Oracle => Oracle.CosineDistance;
}
