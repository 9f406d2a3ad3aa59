using NetGen.Data;

namespace NetGen.RuntimeTests.Data;

public class SplitTests
{
    /// <summary>Rows whose one feature is their index, in classes of given sizes.</summary>
    private static Dataset<double> Classes(params int[] sizes)
    {
        int[] labels = [.. sizes.SelectMany((size, label) => Enumerable.Repeat(label, size))];
        double[] features = [.. Enumerable.Range(0, labels.Length).Select(row => (double)row)];
        return Dataset<double>.WithLabels(features, 1, labels, sizes.Length);
    }

    private static int[] Sizes(Dataset<double> dataset) =>
        [.. Enumerable.Range(0, dataset.ClassCount).Select(c => dataset.Labels.Count(c))];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_row_is_in_one_part(bool stratified)
    {
        Dataset<double> dataset = Classes(17, 30, 3);
        (Dataset<double> training, Dataset<double> held) = dataset.Split(0.3, 7, stratified);
        Assert.Equal((35, 15), (training.Count, held.Count));
        Assert.Equal(dataset.Features, [.. ((double[])[.. training.Features, .. held.Features]).Order()]);
        foreach (int i in Enumerable.Range(0, 15))
            Assert.Equal(dataset.Labels[(int)held.Features[i]], held.Labels[i]);
    }

    [Fact]
    public void A_split_is_fixed_by_its_seed()
    {
        Dataset<double> dataset = Classes(20, 20);
        Assert.Equal(dataset.Split(0.5, 1).Held.Features, dataset.Split(0.5, 1).Held.Features);
        Assert.False(dataset.Split(0.5, 1).Held.Features.SequenceEqual(dataset.Split(0.5, 2).Held.Features));
        Assert.Equal([3, 6, 1, 5], Classes(10).Split(0.4, 1).Held.Features);
    }

    [Fact]
    public void A_stratified_split_keeps_the_shares_of_the_classes()
    {
        (Dataset<double> training, Dataset<double> held) = Classes(50, 30, 20).Split(0.2, 3, stratified: true);
        Assert.Equal([10, 6, 4], Sizes(held));
        Assert.Equal([40, 24, 16], Sizes(training));
    }

    [Fact]
    public void The_largest_remainders_are_rounded_up()
    {
        // Shares of 1.25, 1.75, 0.5 and 0: 4 rows (3.5 rounded), of which 2 are given by remainders.
        Assert.Equal([1, 2, 1, 0], Sizes(Classes(5, 7, 2, 0).Split(0.25, 3, stratified: true).Held));
    }

    [Fact]
    public void Bad_shares_are_named()
    {
        Dataset<double> dataset = Classes(2, 1);
        foreach (double share in (double[])[0, 1, -0.5, 1.5, double.NaN])
            Assert.Throws<ArgumentOutOfRangeException>("heldShare", () => dataset.Split(share, 0));
        Exception error = Assert.Throws<ArgumentException>("heldShare", () => dataset.Split(0.1, 0));
        Assert.Contains("A share of 0.1 of 3 rows is 0, which leaves a part empty.", error.Message);
        Assert.Throws<ArgumentException>("stratified", () => dataset.OneHot().Split(0.5, 0, stratified: true));
    }
}
