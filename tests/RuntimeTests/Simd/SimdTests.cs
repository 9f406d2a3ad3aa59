using System.Numerics;
using System.Runtime.Intrinsics;

namespace NetGen.RuntimeTests.Simd;

public sealed class Simd512SingleTests : SimdTests<Vector512<float>, Simd512<float>, float>;

public sealed class Simd512DoubleTests : SimdTests<Vector512<double>, Simd512<double>, double>;

public sealed class Simd256SingleTests : SimdTests<Vector256<float>, Simd256<float>, float>;

public sealed class Simd256DoubleTests : SimdTests<Vector256<double>, Simd256<double>, double>;

public sealed class Simd128SingleTests : SimdTests<Vector128<float>, Simd128<float>, float>;

public sealed class Simd128DoubleTests : SimdTests<Vector128<double>, Simd128<double>, double>;

public sealed class SimdVectorSingleTests : SimdTests<Vector<float>, SimdVector<float>, float>;

public sealed class SimdVectorDoubleTests : SimdTests<Vector<double>, SimdVector<double>, double>;

public sealed class SimdScalarSingleTests : SimdTests<float, SimdScalar<float>, float>;

public sealed class SimdScalarDoubleTests : SimdTests<double, SimdScalar<double>, double>;

/// <summary>What every width must do, written once.</summary>
public abstract class SimdTests<TVector, TSimd, T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double[] Numbers =
        [0, -0.0, 1, -1, 0.5, 2.5, -2.5, 3.5, 1e-30, -7e20, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 126, -126, 0.70710678];

    [Fact]
    public void Max_and_min_give_NaN_where_the_second_is_NaN()
    {
        foreach (double x in Numbers.Where(v => !double.IsNaN(v)))
        {
            Assert.True(T.IsNaN(First(TSimd.Max(TSimd.Create(x), TSimd.Create(double.NaN)))));
            Assert.True(T.IsNaN(First(TSimd.Min(TSimd.Create(x), TSimd.Create(double.NaN)))));
            foreach (double y in Numbers.Where(v => !double.IsNaN(v)))
            {
                Assert.Equal(T.CreateTruncating(Math.Max(x, y)), First(TSimd.Max(TSimd.Create(x), TSimd.Create(y))));
                Assert.Equal(T.CreateTruncating(Math.Min(x, y)), First(TSimd.Min(TSimd.Create(x), TSimd.Create(y))));
            }
        }
    }

    [Fact]
    public void Comparisons_select()
    {
        foreach ((double x, double y) in Numbers.SelectMany(x => Numbers.Select(y => (x, y))))
        {
            T a = T.CreateTruncating(x), b = T.CreateTruncating(y);
            TVector v = TSimd.Create(x), w = TSimd.Create(y);
            Assert.Equal(a < b, Selects(TSimd.LessThan(v, w)));
            Assert.Equal(a <= b, Selects(TSimd.LessThanOrEqual(v, w)));
            Assert.Equal(a == b, Selects(TSimd.Equals(v, w)));
            Assert.Equal(a < b && b > T.Zero, Selects(TSimd.And(TSimd.LessThan(v, w), TSimd.LessThan(TSimd.Create(0.0), w))));
            Assert.Equal(a < b || a == b, Selects(TSimd.Or(TSimd.LessThan(v, w), TSimd.Equals(v, w))));
        }
    }

    [Fact]
    public void Signs_and_rounding_are_those_of_the_number()
    {
        foreach (double x in Numbers)
        {
            T value = T.CreateTruncating(x);
            Assert.Equal(T.Abs(value), First(TSimd.Abs(TSimd.Create(x))));
            Assert.Equal(-value, First(TSimd.Negate(TSimd.Create(x))));
            Assert.Equal(T.Round(value), First(TSimd.Round(TSimd.Create(x))));
            Assert.Equal(T.Sqrt(T.Abs(value)), First(TSimd.Sqrt(TSimd.Abs(TSimd.Create(value)))));
            T signed = First(TSimd.CopySign(TSimd.Create(3.0), TSimd.Create(x)));
            Assert.Equal(T.CopySign(T.CreateTruncating(3), value), signed);
        }
    }

    [Fact]
    public void Powers_of_two_are_exact_over_the_normal_exponents()
    {
        int least = typeof(T) == typeof(float) ? -126 : -1022;
        for (int n = least; n < -least + 2; n++)
        {
            Assert.Equal(T.ScaleB(T.One, n), First(TSimd.PowerOfTwo(TSimd.Create((double)n))));
        }
    }

    [Fact]
    public void Scaling_rounds_once_down_to_denormals_and_up_to_infinity()
    {
        int least = typeof(T) == typeof(float) ? -152 : -1077;
        foreach (double m in new[] { 1.0, 1.9999998807907104, 0.70710678118654752, 1.3333333333333333, -1.5 })
        {
            T mantissa = T.CreateTruncating(m);
            for (int n = least; n < -least; n++)
            {
                Assert.Equal(T.ScaleB(mantissa, n), First(TSimd.Scale(TSimd.Create(mantissa), TSimd.Create((double)n))));
            }
        }
    }

    [Fact]
    public void Exponent_and_mantissa_take_a_number_apart_between_the_roots()
    {
        Random random = new(3);
        for (int i = 0; i < 1000; i++)
        {
            T x = T.ScaleB(T.CreateTruncating(1 + random.NextDouble()), random.Next(-126, 127));
            T mantissa = First(TSimd.Mantissa(TSimd.Create(x)));
            int exponent = int.CreateTruncating(First(TSimd.Exponent(TSimd.Create(x))));
            Assert.InRange(double.CreateTruncating(mantissa), 0.7071067, 1.4142136);
            Assert.Equal(x, T.ScaleB(mantissa, exponent));
        }
    }

    [Fact]
    public void Load_store_and_sum_meet_every_lane_once()
    {
        T[] memory = [.. Enumerable.Range(0, TSimd.Count + 4).Select(i => T.CreateTruncating(i))];
        TVector loaded = TSimd.Load(in memory[0], 3);
        Assert.Equal(memory.Skip(3).Take(TSimd.Count).Aggregate((x, y) => x + y), TSimd.Sum(loaded));
        T[] target = new T[TSimd.Count + 2];
        TSimd.Store(loaded, ref target[0], 1);
        Assert.Equal([T.Zero, .. memory.Skip(3).Take(TSimd.Count), T.Zero], target);
    }

    [Fact]
    public void Arithmetic_is_that_of_the_number()
    {
        T x = T.CreateTruncating(1.25), y = T.CreateTruncating(-3), z = T.CreateTruncating(0.5);
        TVector v = TSimd.Create(x), w = TSimd.Create(y), u = TSimd.Create(z);
        Assert.Equal(x + y, First(TSimd.Add(v, w)));
        Assert.Equal(x - y, First(TSimd.Subtract(v, w)));
        Assert.Equal(x * y, First(TSimd.Multiply(v, w)));
        Assert.Equal(x / y, First(TSimd.Divide(v, w)));
        Assert.Equal((x * y) + z, First(TSimd.MultiplyAdd(v, w, u)));
    }

    private static bool Selects(TVector mask)
    {
        T selected = First(TSimd.Select(mask, TSimd.Create(1.0), TSimd.Create(0.0)));
        Assert.True(selected == T.One || selected == T.Zero);
        return selected == T.One;
    }

    /// <summary>The first lane, after checking that all lanes agree.</summary>
    private static T First(TVector vector)
    {
        T[] lanes = new T[TSimd.Count];
        TSimd.Store(vector, ref lanes[0], 0);
        Assert.All(lanes, lane => Assert.Equal(lanes[0], lane));
        return lanes[0];
    }
}
