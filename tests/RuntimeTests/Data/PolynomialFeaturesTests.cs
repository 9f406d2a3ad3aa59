using NetGen.Data;

namespace NetGen.RuntimeTests.Data;

public class PolynomialFeaturesTests
{
    [Fact]
    public void Two_inputs_come_by_degree_and_then_by_falling_powers_of_the_first()
    {
        double[] features = new double[9];
        new PolynomialFeatures(2, 3).Transform([2.0, 3], features.AsSpan());
        Assert.Equal([2, 3, 4, 6, 9, 8, 12, 18, 27], features);
    }

    [Fact]
    public void Three_inputs_come_in_the_order_of_scikit_learn()
    {
        // 1, a, b, c, aa, ab, ac, bb, bc, cc, aaa, aab, aac, abb, abc, acc, bbb, bbc, bcc, ccc with a = 2, b = 3, c = 5.
        double[] features = new double[20];
        new PolynomialFeatures(3, 3, includeBias: true).Transform([2.0, 3, 5], features.AsSpan());
        Assert.Equal([1, 2, 3, 5, 4, 6, 10, 9, 15, 25, 8, 12, 20, 18, 30, 50, 27, 45, 75, 125], features);
    }

    [Theory]
    [InlineData(2, 6, false, 27)]
    [InlineData(2, 6, true, 28)]
    [InlineData(1, 5, false, 5)]
    [InlineData(100, 3, false, 176850)]
    public void The_number_of_features_is_a_binomial_coefficient(int inputs, int degree, bool bias, int expected) =>
        Assert.Equal(expected, new PolynomialFeatures(inputs, degree, bias).OutputCount);

    [Fact]
    public void A_dataset_keeps_its_labels()
    {
        Dataset<float> dataset = Dataset<float>.WithLabels(new float[] { 2, 3 }, 1, new[] { 1, 0 }, 2);
        Dataset<float> squared = new PolynomialFeatures(1, 2).Transform(dataset);
        Assert.Equal([2, 4, 3, 9], squared.Features);
        Assert.Equal(2, squared.FeatureCount);
        Assert.Equal([1, 0], squared.Labels);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>("inputCount", () => new PolynomialFeatures(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("degree", () => new PolynomialFeatures(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("degree", () => new PolynomialFeatures(1000, 1000));
        Assert.Throws<ArgumentOutOfRangeException>("degree", () => new PolynomialFeatures(int.MaxValue, int.MaxValue));
        PolynomialFeatures square = new(2, 2);
        Assert.Throws<ArgumentException>("inputs", () => square.Transform([1.0], new double[5].AsSpan()));
        Assert.Throws<ArgumentException>("outputs", () => square.Transform([1.0, 2], new double[4].AsSpan()));
        double[] same = new double[7];
        Assert.Throws<ArgumentException>("outputs", () => square.Transform(same.AsSpan(4, 2), same.AsSpan(0, 5)));
        Assert.Throws<ArgumentException>(
            "dataset", () => square.Transform(Dataset<double>.WithLabels(new double[3], 3, new int[1], 1)));
    }
}
