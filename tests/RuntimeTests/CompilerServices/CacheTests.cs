using NetGen.CompilerServices;

namespace NetGen.RuntimeTests.CompilerServices;

public class CacheTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(1 << 20)]
    [InlineData(int.MaxValue)]
    public void A_hint_reads_and_writes_nothing_wherever_it_points_to(int offset)
    {
        float[] singles = [1, 2, 3];
        double[] doubles = [1, 2, 3];
        Cache.Prefetch(ref singles[0], (nuint)offset);
        Cache.Prefetch(ref doubles[0], (nuint)offset);
        Assert.Equal([1f, 2f, 3f], singles);
        Assert.Equal([1d, 2d, 3d], doubles);
    }
}
