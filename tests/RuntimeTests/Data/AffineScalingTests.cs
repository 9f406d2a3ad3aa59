using FsCheck;
using FsCheck.Fluent;
using NetGen.Data;

namespace NetGen.RuntimeTests.Data;

[Trait("Category", "Numeric")]
public class AffineScalingTests
{
    private static readonly AffineScaling<double> Scaling = new([1, -2], [2, 0.5]);

    [Fact]
    public void Transform_subtracts_the_shift_and_divides_by_the_scale()
    {
        double[] results = new double[6];
        Scaling.Transform([1, -2, 3, -1.5, 0, 0], results);
        Assert.Equal([0, 0, 1, 1, -0.5, 4], results);
        Scaling.Inverse(results, results);
        Assert.Equal([1, -2, 3, -1.5, 0, 0], results);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(21)]
    public void Every_number_of_rows_and_columns_gives_the_bits_of_the_formula(int width)
    {
        float[] shift = [.. Enumerable.Range(0, width).Select(c => c * 0.3f)], scale = [.. shift.Select(x => x + 0.7f)];
        AffineScaling<float> scaling = new(shift, scale);
        for (int rows = 0; rows < 40; rows++)
        {
            float[] values = [.. Enumerable.Range(0, rows * width).Select(i => MathF.Sin(i))], results = new float[rows * width];
            scaling.Transform(values, results);
            Assert.Equal(values.Select((x, i) => (x - shift[i % width]) / scale[i % width]), results);
            scaling.Inverse(values, results);
            Assert.Equal(values.Select((x, i) => (x * scale[i % width]) + shift[i % width]), results);
        }
    }

    [Fact]
    public void The_inverse_takes_a_transformation_back_within_rounding()
    {
        Gen<double> number = Gen.Choose(-1_000_000, 1_000_000).Select(x => x / 1024.0);
        Gen<(double X, double Shift, double Scale)> cases =
            from x in number
            from shift in number
            from scale in number
            where scale != 0
            select (x, shift, scale);
        foreach ((double x, double shift, double scale) in cases.Sample(1000, new Rnd(7), size: 1))
        {
            double[] value = [x];
            AffineScaling<double> scaling = new([shift], [scale]);
            scaling.Transform(value, value);
            scaling.Inverse(value, value);
            Assert.Equal(x, value[0], 4 * Math.ScaleB(Math.Abs(x) + Math.Abs(shift), -53));
        }
    }

    [Fact]
    public void The_shift_and_the_scale_are_copies_and_rebuild_the_scaling()
    {
        double[] shift = [1, 2], scale = [3, 4];
        AffineScaling<double> scaling = new(shift, scale);
        shift[0] = scale[0] = 9;
        Assert.Equal([1, 2], scaling.Shift);
        Assert.Equal([3, 4], new AffineScaling<double>(scaling.Shift, scaling.Scale).Scale);
        Assert.Equal(2, scaling.Width);
    }

    [Fact]
    public void A_dataset_is_scaled_in_its_features_or_its_targets()
    {
        double[] features = [1, -2, 3, -1.5], targets = [3, -2];
        Dataset<double> dataset = Dataset<double>.WithTargets(features, 2, targets, 1);
        Assert.Equal([0, 0, 1, 1], Scaling.Transform(dataset).Features);
        Assert.Equal([3, -2], Scaling.Transform(dataset).Targets);
        Assert.Equal([1, 0], new AffineScaling<double>([-2], [5]).TransformTargets(dataset).Targets);
        Assert.Equal([1, -2, 3, -1.5], features);
    }

    [Fact]
    public void A_transformation_allocates_nothing()
    {
        double[] values = new double[200];
        AllocationProbe.AssertNone(() =>
        {
            Scaling.Transform(values, values);
            Scaling.Inverse(values, values);
        });
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Throws<ArgumentException>("shift", () => new AffineScaling<double>([], []));
        Assert.Throws<ArgumentException>("scale", () => new AffineScaling<double>([1], [1, 2]));
        Assert.Throws<ArgumentException>("scale", () => new AffineScaling<double>([1, 1], [1, 0]));
        Assert.Throws<ArgumentException>("scale", () => new AffineScaling<double>([1], [double.PositiveInfinity]));
        Assert.Throws<ArgumentException>("shift", () => new AffineScaling<double>([double.NaN], [1]));
        double[] values = new double[6];
        Assert.Throws<ArgumentException>("rows", () => Scaling.Transform(values.AsSpan(0, 3), values.AsSpan(0, 3)));
        Assert.Throws<ArgumentException>("results", () => Scaling.Inverse(values, values.AsSpan(0, 4)));
        Assert.Throws<ArgumentException>("results", () => Scaling.Transform(values.AsSpan(0, 4), values.AsSpan(2, 4)));
        Dataset<double> dataset = Dataset<double>.WithTargets(values, 3, values, 3);
        Assert.Throws<ArgumentException>("dataset", () => Scaling.Transform(dataset));
        Assert.Throws<ArgumentException>("dataset", () => Scaling.TransformTargets(dataset));
    }
}
