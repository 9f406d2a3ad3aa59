using System.Numerics;
using NetGen.RuntimeTests.Losses;
using NetGen.Training;

namespace NetGen.RuntimeTests.Training;

public sealed class SingleGradientClippingTests : GradientClippingTests<float>;

public sealed class DoubleGradientClippingTests : GradientClippingTests<double>
{
    [Fact]
    public void Squares_that_overflow_or_underflow_do_not_spoil_the_norm()
    {
        foreach (double scale in new[] { 1e-323, 1e-310, 1e-200, 1e-145, 1e-130, 1e160, 3e307 })
        {
            double[] gradient = [3 * scale, 0, -4 * scale];
            Near.Equal(1, GradientClipping.ByNorm<double>(gradient, double.PositiveInfinity) / (5 * scale), 1e-15, $"{scale}");
        }
    }

    [Fact]
    public void A_norm_beyond_double_precision_leaves_the_gradient_as_it_is()
    {
        double[] gradient = [double.MaxValue, 1, double.MaxValue];
        Assert.Equal(double.PositiveInfinity, GradientClipping.ByNorm<double>(gradient, 1));
        Assert.Equal([double.MaxValue, 1, double.MaxValue], gradient);
    }
}

[Trait("Category", "Numeric")]
public abstract class GradientClippingTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int LongestLength = 67;

    [Fact]
    public void Values_are_limited_at_every_length()
    {
        for (int length = 0; length <= LongestLength; length++)
        {
            PoisonedRow<T> gradient = Gradient(length);
            double[] expected = [.. gradient.Values.Select(x => Math.Clamp(x, -0.25, 0.25))];
            GradientClipping.ByValue(gradient.Span, 0.25);
            Assert.Equal(expected, gradient.Values);
            Assert.True(gradient.NeighboursAreIntact);
        }
    }

    [Fact]
    public void A_large_norm_becomes_the_maximum_at_every_length()
    {
        for (int length = 1; length <= LongestLength; length++)
        {
            PoisonedRow<T> gradient = Gradient(length);
            double[] values = gradient.Values;
            double norm = Math.Sqrt(values.Sum(x => x * x));
            double[] expected = [.. values.Select(x => x * norm / 2 / (norm + 1e-6))];
            Near.Equal(norm, GradientClipping.ByNorm(gradient.Span, norm / 2), 1e-14, "norm");
            Near.Equal(expected, gradient.Values, Near.Tolerance<T>(), "gradient");
            Assert.True(gradient.NeighboursAreIntact);
        }
    }

    [Fact]
    public void A_norm_up_to_the_maximum_leaves_the_bits()
    {
        PoisonedRow<T> gradient = Gradient(29);
        T[] expected = gradient.Span.ToArray();
        double norm = GradientClipping.ByNorm(gradient.Span, double.PositiveInfinity);
        Assert.Equal(norm, GradientClipping.ByNorm(gradient.Span, norm + 1.5e-6));
        Bits.Equal<T>(expected, gradient.Span);
    }

    [Fact]
    public void The_norm_of_nothing_and_of_zeros_is_zero()
    {
        T[] zeros = new T[5];
        Assert.Equal(0, GradientClipping.ByNorm<T>([], 1));
        Assert.Equal(0, GradientClipping.ByNorm<T>(zeros, 1));
        Assert.Equal(0, GradientClipping.ByNorm<T>(zeros, 0));
        Assert.Equal(new T[5], zeros);
    }

    [Fact]
    public void A_maximum_of_zero_clears_the_gradient()
    {
        PoisonedRow<T> byNorm = Gradient(21), byValue = Gradient(21);
        GradientClipping.ByNorm(byNorm.Span, 0);
        GradientClipping.ByValue(byValue.Span, 0);
        Assert.Equal(new double[21], byNorm.Values);
        Assert.Equal(new double[21], byValue.Values);
    }

    [Fact]
    public void An_exploded_gradient_keeps_its_direction()
    {
        double large = (typeof(T) == typeof(float) ? float.MaxValue : double.MaxValue) / 8;
        T[] gradient = [T.CreateTruncating(3 * large), T.Zero, T.CreateTruncating(-4 * large)];
        Near.Equal(1, GradientClipping.ByNorm<T>(gradient, 1e-3) / (5 * large), 1e-6, "norm");
        Near.Equal([0.6, 0, -0.8], [.. gradient.Select(x => double.CreateTruncating(x) * 1e3)], 1e-6, "gradient");
    }

    [Fact]
    public void A_component_that_is_not_finite_shows_in_the_norm_and_changes_nothing()
    {
        foreach ((T bad, double norm) in new[] { (T.NaN, double.NaN), (T.NegativeInfinity, double.PositiveInfinity) })
        {
            for (int place = 0; place < 40; place++)
            {
                T[] gradient = Gradient(40).Span.ToArray();
                gradient[place] = bad;
                T[] expected = [.. gradient];
                Assert.Equal(norm, GradientClipping.ByNorm<T>(gradient, 0.5));
                Bits.Equal<T>(expected, gradient);
            }
        }

        Assert.Equal(double.NaN, GradientClipping.ByNorm<T>([T.NaN, T.PositiveInfinity], 0.5));
    }

    [Fact]
    public void A_value_that_is_infinite_is_limited_and_a_nan_stays()
    {
        for (int length = 3; length <= LongestLength; length++)
        {
            T[] gradient = new T[length];
            (gradient[0], gradient[length / 2], gradient[^1]) = (T.NaN, T.PositiveInfinity, T.NegativeInfinity);
            GradientClipping.ByValue<T>(gradient, 0.5);
            Assert.True(T.IsNaN(gradient[0]));
            Assert.Equal((0.5, -0.5), (double.CreateTruncating(gradient[length / 2]), double.CreateTruncating(gradient[^1])));
            gradient[^1] = T.NaN;
            GradientClipping.ByValue<T>(gradient, 0.5);
            Assert.True(T.IsNaN(gradient[^1]));
        }
    }

    [Theory]
    [InlineData(-0.125)]
    [InlineData(double.NaN)]
    public void A_maximum_out_of_range_throws_and_changes_nothing(double maximum)
    {
        T[] gradient = [T.One];
        Assert.Throws<ArgumentOutOfRangeException>("maximum", () => GradientClipping.ByValue<T>(gradient, maximum));
        Assert.Throws<ArgumentOutOfRangeException>("maximum", () => GradientClipping.ByNorm<T>(gradient, maximum));
        Assert.Equal([T.One], gradient);
    }

    [Fact]
    public void Clipping_allocates_nothing()
    {
        T[] gradient = new T[37];
        AllocationProbe.AssertNone(() =>
        {
            gradient.AsSpan().Fill(T.One);
            GradientClipping.ByValue<T>(gradient, 0.5);
            GradientClipping.ByNorm<T>(gradient, 0.25);
        });
    }

    private static PoisonedRow<T> Gradient(int length)
    {
        Random random = new(length);
        return new([.. Enumerable.Range(0, length).Select(_ => random.Next(-64, 65) / 64.0)]);
    }
}
