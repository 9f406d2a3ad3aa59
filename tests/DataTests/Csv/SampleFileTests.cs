using NetGen.Data;

namespace NetGen.DataTests.Csv;

/// <summary>Figures of well-known sets, as scikit-learn documents them.</summary>
public class SampleFileTests
{
    [Fact]
    public void Iris_has_150_flowers_of_three_kinds()
    {
        Dataset<double> iris = Read("iris.csv", out CsvColumns columns);
        Assert.Equal((150, 4, 3), (iris.Count, iris.FeatureCount, iris.ClassCount));
        Assert.Equal("petal_width_(cm)", columns.FeatureNames[3]);
        for (int c = 0; c < 3; c++)
            Assert.Equal(50, iris.Labels.Count(c));
        AffineScaling<double> scaling = Standardization.Fit(iris, sample: true);
        Close([5.843333, 3.057333, 3.758, 1.199333], scaling.Shift, 1e-6);
        Close([0.828066, 0.435866, 1.765298, 0.762238], scaling.Scale, 1e-6);
    }

    [Fact]
    public void Wine_has_178_wines_of_three_growers()
    {
        Dataset<double> wine = Read("wine.csv", out _);
        Assert.Equal((178, 13, 3), (wine.Count, wine.FeatureCount, wine.ClassCount));
        Assert.Equal((59, 71, 48), (wine.Labels.Count(0), wine.Labels.Count(1), wine.Labels.Count(2)));
        AffineScaling<double> range = MinMaxScaling.Fit(wine);
        Close([11.03, 278], [range.Shift[0], range.Shift[12]], 0);
        Close([14.83, 1680], [range.Shift[0] + range.Scale[0], range.Shift[12] + range.Scale[12]], 1e-12);
    }

    [Fact]
    public void A_stratified_split_of_iris_keeps_a_third_of_each_kind()
    {
        (Dataset<double> training, Dataset<double> held) = Read("iris.csv", out _).Split(0.2, 4, stratified: true);
        for (int c = 0; c < 3; c++)
            Assert.Equal((40, 10), (training.Labels.Count(c), held.Labels.Count(c)));
    }

    private static Dataset<double> Read(string name, out CsvColumns columns) =>
        CsvFile.Read<double>(Path.Combine(AppContext.BaseDirectory, "Samples", name), new CsvOptions { Label = "target" }, out columns);

    private static void Close(ReadOnlySpan<double> expected, ReadOnlySpan<double> found, double tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], found[i], tolerance);
    }
}
