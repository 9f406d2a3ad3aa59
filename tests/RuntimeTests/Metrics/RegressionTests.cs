using NetGen.Metrics;

namespace NetGen.RuntimeTests.Metrics;

public class RegressionTests
{
    // The values of scikit-learn's documentation for the same numbers.
    private static readonly double[] Targets = [3, -0.5, 2, 7];
    private static readonly double[] Outputs = [2.5, 0, 2, 8];

    [Fact]
    public void Scores_are_those_of_scikit_learn()
    {
        Assert.Equal(0.375, Regression.MeanSquaredError<double>(Outputs, Targets));
        Assert.Equal(0.5, Regression.MeanAbsoluteError<double>(Outputs, Targets));
        Assert.Equal(0.948608137, Regression.RSquared<double>(Outputs, Targets), 9);
    }

    [Fact]
    public void Scores_of_rows_are_those_of_scikit_learn()
    {
        float[] targets = [0.5f, 1, -1, 1, 7, -6], outputs = [0, 2, -1, 2, 8, -5];
        Assert.Equal(0.708333333, Regression.MeanSquaredError<float>(outputs, targets), 9);
        Assert.Equal(0.75, Regression.MeanAbsoluteError<float>(outputs, targets));
        Assert.Equal(0.9368005, Regression.RSquared<float>(outputs, targets, 2), 7);
    }

    [Fact]
    public void R_squared_of_right_outputs_is_1_and_of_the_mean_0()
    {
        Assert.Equal(1, Regression.RSquared<double>(Targets, Targets));
        Assert.Equal(0, Regression.RSquared<double>([2.875, 2.875, 2.875, 2.875], Targets));
        Assert.Equal(-3, Regression.RSquared<double>([3, 2, 1], [1, 2, 3]));
    }

    [Fact]
    public void R_squared_of_constant_targets_is_1_where_all_is_right_and_0_otherwise()
    {
        double[] constant = [0.1, 0.1, 0.1];
        Assert.Equal(1, Regression.RSquared<double>(constant, constant));
        Assert.Equal(0, Regression.RSquared<double>([0.1, 0.1, 0.2], constant));
        Assert.Equal(double.NaN, Regression.RSquared<double>([0.1, 0.1, double.NaN], constant));
        Assert.Equal(double.NaN, Regression.RSquared<double>([1], [1]));
    }

    [Fact]
    public void Sums_are_taken_in_double_precision()
    {
        float[] outputs = new float[100_000], targets = new float[100_000];
        Array.Fill(outputs, 0.1f);
        Assert.Equal(0.1f, Regression.MeanAbsoluteError<float>(outputs, targets), 1e-12);
    }

    [Fact]
    public void Nan_gives_nan()
    {
        Assert.Equal(double.NaN, Regression.MeanSquaredError<double>([1, double.NaN], [1, 1]));
        Assert.Equal(double.NaN, Regression.MeanAbsoluteError<double>([1, 1], [double.NaN, 1]));
        Assert.Equal(double.NaN, Regression.RSquared<double>([1, 2], [double.NaN, 1]));
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Throws<ArgumentException>("outputs", () => Regression.MeanSquaredError<double>([], []));
        Assert.Throws<ArgumentException>("targets", () => Regression.MeanSquaredError<double>([1, 2], [1]));
        Assert.Throws<ArgumentException>("targets", () => Regression.MeanAbsoluteError<double>([1], []));
        Assert.Throws<ArgumentException>("outputs", () => Regression.RSquared<double>([1, 2, 3], [1, 2, 3], 2));
        Assert.Throws<ArgumentOutOfRangeException>("outputSize", () => Regression.RSquared<double>([1], [1], 0));
    }
}
