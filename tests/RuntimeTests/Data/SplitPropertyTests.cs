using FsCheck;
using FsCheck.Fluent;
using NetGen.Data;

namespace NetGen.RuntimeTests.Data;

public class SplitPropertyTests
{
    private static Gen<(int[] Labels, int ClassCount, double Share, int Seed)> Cases =>
        from classCount in Gen.Choose(1, 6)
        from rows in Gen.Choose(10, 80)
        from labels in Gen.ArrayOf(Gen.Choose(0, classCount - 1), rows)
        from percent in Gen.Choose(6, 94)
        from seed in Gen.Choose(0, 1_000_000)
        select (labels, classCount, percent / 100.0, seed);

    [Fact]
    public void A_stratified_split_is_a_partition_that_gives_each_class_its_share_to_within_a_row()
    {
        foreach ((int[] labels, int classCount, double share, int seed) in Cases.Sample(300, new Rnd(11), size: 1))
        {
            double[] rows = [.. Enumerable.Range(0, labels.Length).Select(x => (double)x)];
            (Dataset<double> training, Dataset<double> held) =
                Dataset<double>.WithLabels(rows, 1, labels, classCount).Split(share, seed, stratified: true);
            Assert.Equal(rows, ((double[])[.. training.Features, .. held.Features]).Order());
            Assert.Equal((int)Math.Round(share * rows.Length, MidpointRounding.AwayFromZero), held.Count);
            for (int c = 0; c < classCount; c++)
                Assert.True(Math.Abs(held.Labels.Count(c) - (share * labels.Count(x => x == c))) < 1, $"class {c}, seed {seed}");
        }
    }
}
