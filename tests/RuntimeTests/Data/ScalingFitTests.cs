using NetGen.Data;

namespace NetGen.RuntimeTests.Data;

public class ScalingFitTests
{
    private static readonly double[] Rows = [1, -3, 2, 0.25, 4, 7, 8.5, 7];

    [Fact]
    public void Standardization_takes_the_mean_and_the_deviation_of_the_population()
    {
        AffineScaling<double> scaling = Standardization.Fit<double>(Rows, 2);
        Assert.Equal([3.875, 2.8125], scaling.Shift);
        Close([2.8804296554507283, 4.342288423170437], scaling.Scale);
    }

    [Fact]
    public void Standardization_takes_the_deviation_of_a_sample_where_told() =>
        Close([3.3260336739125176, 5.014042780032895], Standardization.Fit<double>(Rows, 2, sample: true).Scale);

    [Fact]
    public void Standardized_columns_have_mean_0_and_deviation_1_far_from_zero_too()
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(i => 1e9 + (i * 0.001))];
        Standardization.Fit<double>(values, 1).Transform(values, values);
        Assert.Equal(0, values.Average(), 1e-6);
        Assert.Equal(1, Math.Sqrt(values.Sum(x => x * x) / 1000), 1e-6);
    }

    [Fact]
    public void Float_columns_are_summed_in_double_precision()
    {
        float[] values = [.. Enumerable.Range(0, 100_000).Select(i => 1000 + (i % 2))];
        AffineScaling<float> scaling = Standardization.Fit<float>(values, 1);
        Assert.Equal((1000.5f, 0.5f), (scaling.Shift[0], scaling.Scale[0]));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-1e308)]
    public void A_constant_column_has_the_scale_1(double constant)
    {
        double[] column = [constant, constant, constant];
        AffineScaling<double> standard = Standardization.Fit<double>(column, 1), range = MinMaxScaling.Fit<double>(column, 1);
        Assert.Equal((constant, 1), (standard.Shift[0], standard.Scale[0]));
        Assert.Equal((constant, 1), (range.Shift[0], range.Scale[0]));
    }

    [Fact]
    public void A_range_is_met_at_both_ends()
    {
        double[] results = new double[8];
        MinMaxScaling.Fit<double>(Rows, 2).Transform(Rows, results);
        Close([0, 0, 1 / 7.5, 0.325, 0.4, 1, 1, 1], results);
        MinMaxScaling.Fit<double>(Rows, 2, -1, 3).Transform(Rows, results);
        Close([-1, -1, (4 / 7.5) - 1, 0.3, 0.6, 3, 3, 3], results);
    }

    [Fact]
    public void A_constant_column_becomes_the_lower_end_of_a_range()
    {
        double[] column = [4, 4];
        MinMaxScaling.Fit<double>(column, 1, -1, 1).Transform(column, column);
        Assert.Equal([-1, -1], column);
    }

    [Fact]
    public void Targets_are_fitted_as_features_are()
    {
        Dataset<double> dataset = Dataset<double>.WithTargets(new double[4], 1, Rows, 2);
        Assert.Equal(Standardization.Fit<double>(Rows, 2).Scale, Standardization.FitTargets(dataset).Scale);
        Assert.Equal(MinMaxScaling.Fit<double>(Rows, 2).Scale, MinMaxScaling.FitTargets(dataset).Scale);
        Assert.Equal([1], Standardization.Fit(dataset).Scale);
        Assert.Equal([1], MinMaxScaling.Fit(dataset).Scale);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Throws<ArgumentException>("rows", () => Standardization.Fit<double>([], 2));
        Assert.Throws<ArgumentException>("rows", () => MinMaxScaling.Fit<double>([1, 2, 3], 2));
        Assert.Throws<ArgumentException>("rows", () => Standardization.Fit<double>([1, 2], 2, sample: true));
        Assert.Throws<ArgumentException>("rows", () => MinMaxScaling.Fit<double>([-1e308, 1e308], 1));
        Assert.Throws<ArgumentException>("rows", () => Standardization.Fit<double>([-1e308, 1e308], 1));
        Assert.Throws<ArgumentOutOfRangeException>("width", () => Standardization.Fit<double>(Rows, 0));
        Assert.Throws<ArgumentOutOfRangeException>("high", () => MinMaxScaling.Fit<double>(Rows, 2, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("low", () => MinMaxScaling.Fit<double>(Rows, 2, double.NaN, 1));
        Dataset<double> labelled = Dataset<double>.WithLabels(Rows, 8, new int[1], 1);
        Assert.Throws<ArgumentException>("dataset", () => Standardization.FitTargets(labelled));
        Assert.Throws<ArgumentException>("dataset", () => MinMaxScaling.FitTargets(labelled));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_is_not_finite_is_named_by_row_and_column(double x)
    {
        double[] rows = [1, 2, 3, x];
        foreach (Action fit in (Action[])[() => Standardization.Fit<double>(rows, 2), () => MinMaxScaling.Fit<double>(rows, 2)])
            Assert.Contains("Row 1, column 1 is", Assert.Throws<ArgumentException>("rows", fit).Message);
    }

    private static void Close(ReadOnlySpan<double> expected, ReadOnlySpan<double> found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], found[i], 1e-14);
    }
}
