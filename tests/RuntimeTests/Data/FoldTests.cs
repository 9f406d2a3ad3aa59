using NetGen.Data;

namespace NetGen.RuntimeTests.Data;

public class FoldTests
{
    private static readonly int[] Labels = [0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 2];

    private static Dataset<double> Rows => Dataset<double>.WithLabels(
        Enumerable.Range(0, Labels.Length).Select(x => (double)x).ToArray(), 1, Labels, 3);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_row_is_held_back_once(bool stratified)
    {
        List<double> held = [];
        foreach ((Dataset<double> training, Dataset<double> part) in Rows.Folds(3, 5, stratified))
        {
            Assert.InRange(part.Count, 3, 4);
            Assert.Equal(Rows.Features, [.. ((double[])[.. training.Features, .. part.Features]).Order()]);
            held.AddRange(part.Features);
        }

        Assert.Equal(Rows.Features, [.. held.Order()]);
    }

    [Fact]
    public void Stratified_folds_share_each_class_as_equally_as_possible()
    {
        foreach ((_, Dataset<double> held) in Rows.Folds(3, 5, stratified: true))
        {
            Assert.InRange(held.Labels.Count(0), 2, 3);
            Assert.Equal(1, held.Labels.Count(1));
            Assert.InRange(held.Labels.Count(2), 0, 1);
        }
    }

    [Fact]
    public void Folds_are_fixed_by_their_seed()
    {
        double[] FirstHeld(int seed) => Rows.Folds(2, seed).First().Held.Features.ToArray();
        Assert.Equal(FirstHeld(1), FirstHeld(1));
        Assert.NotEqual(FirstHeld(1), FirstHeld(2));
    }

    [Fact]
    public void Bad_arguments_are_named_before_the_first_fold()
    {
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Rows.Folds(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Rows.Folds(12, 0));
        Assert.Throws<ArgumentException>("stratified", () => Rows.OneHot().Folds(2, 0, stratified: true));
    }
}
