using System.Numerics;
using NetGen.Activations;
using NetGen.CompilerServices;

namespace NetGen.RuntimeTests.Activations;

public class SoftmaxTests
{
    [Fact]
    public void Rows_of_every_length_match_the_formula_and_touch_nothing_else()
    {
        for (int length = 1; length <= 70; length++)
        {
            CheckSoftmax<float>(length, 1e-6);
            CheckSoftmax<double>(length, 1e-14);
            CheckLogSoftmax<float>(length, 2e-6);
            CheckLogSoftmax<double>(length, 1e-14);
        }
    }

    [Fact]
    public void Large_logits_do_not_overflow()
    {
        float[] a = new float[33];
        float[] z = [.. Enumerable.Range(0, 33).Select(i => (i % 2 == 0 ? 1e4f : -1e4f) + i)];
        Softmax<float>.Invoke(z, a);
        Assert.Equal(1, a.Sum(), 1e-6f);
        Assert.Equal(1 - Math.Exp(-2), a[32], 1e-6);
        Assert.Equal(0, a[31]);
        LogSoftmax<float>.Invoke(z, a);
        Assert.Equal(Math.Log(1 - Math.Exp(-2)), a[32], 1e-3);
        Assert.Equal(-20001 + Math.Log(1 - Math.Exp(-2)), a[31], 1e-2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    public void One_NaN_gives_NaN_everywhere(int length)
    {
        for (int place = 0; place < length; place++)
        {
            float[] z = new float[length];
            z[place] = float.NaN;
            float[] a = new float[length];
            Softmax<float>.Invoke(z, a);
            Assert.All(a, v => Assert.True(float.IsNaN(v)));
            LogSoftmax<float>.Invoke(z, a);
            Assert.All(a, v => Assert.True(float.IsNaN(v)));
        }
    }

    [Fact]
    public void A_logit_of_minus_infinity_has_probability_zero()
    {
        double[] a = [0, double.NegativeInfinity, 0];
        Softmax<double>.Invoke(a, a);
        Assert.Equal([0.5, 0, 0.5], a);
    }

    [Fact]
    public void A_matrix_is_walked_row_by_row()
    {
        float[] z = [.. Enumerable.Range(0, 12).Select(i => (float)Math.Sin(i))];
        float[] a = new float[12];
        RowWise.Invoke<Softmax<float>, float>(z, a, 3);
        Assert.All(a.Chunk(3), row => Assert.Equal(1, row.Sum(), 1e-6f));
        float[] row = new float[3];
        Softmax<float>.Invoke(z.AsSpan(6, 3), row);
        Assert.Equal(row, a[6..9]);

        float[] gradient = [.. z];
        RowWise.Differentiate<Softmax<float>, float>(a, gradient, 3);
        Assert.All(gradient.Chunk(3), r => Assert.Equal(0, r.Sum(), 1e-6f));
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Softmax<float>.Invoke(new float[3], new float[4]));
        Assert.Throws<ArgumentException>(() => Softmax<float>.Invoke([], []));
        Assert.Throws<ArgumentException>(() => RowWise.Invoke<Softmax<float>, float>(new float[4], new float[4], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => RowWise.Invoke<Softmax<float>, float>(new float[4], new float[4], 0));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        float[] z = new float[37];
        AllocationProbe.AssertNone(() =>
        {
            RowWise.Invoke<Softmax<float>, float>(z, z, 37);
            RowWise.Differentiate<LogSoftmax<float>, float>(z, z, 37);
        });
    }

    private static void CheckSoftmax<T>(int length, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (double[] z, double[] dy) = Sample(length);
        double[] a = SoftmaxOf(z);
        double dot = a.Zip(dy, (x, y) => x * y).Sum();
        double[] dz = [.. a.Zip(dy, (x, y) => x * (y - dot))];
        Check<Softmax<T>, T>(z, dy, a, dz, tolerance);
    }

    private static void CheckLogSoftmax<T>(int length, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (double[] z, double[] dy) = Sample(length);
        double[] p = SoftmaxOf(z);
        double[] dz = [.. p.Zip(dy, (x, y) => y - (x * dy.Sum()))];
        Check<LogSoftmax<T>, T>(z, dy, [.. p.Select(v => Math.Log(v))], dz, tolerance);
    }

    private static void Check<TActivation, T>(double[] z, double[] dy, double[] expected, double[] expectedGradient, double tolerance)
        where TActivation : struct, IRowActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        PoisonedSpan<T> input = new(z.Select(v => T.CreateTruncating(v)));
        PoisonedSpan<T> output = new(new T[z.Length]);
        PoisonedSpan<T> gradient = new(dy.Select(v => T.CreateTruncating(v)));
        TActivation.Invoke(input.Span, output.Span);
        TActivation.Invoke(input.Span, input.Span);
        TActivation.Differentiate(output.Span, gradient.Span);
        for (int i = 0; i < z.Length; i++)
        {
            Assert.Equal(expected[i], double.CreateTruncating(output.Span[i]), tolerance * Math.Max(1, Math.Abs(expected[i])));
            Assert.Equal(expectedGradient[i], double.CreateTruncating(gradient.Span[i]), tolerance * 4);
        }

        Assert.True(output.Span.SequenceEqual(input.Span), $"In place differs at length {z.Length}.");
        input.AssertSurroundingsUntouched();
        output.AssertSurroundingsUntouched();
        gradient.AssertSurroundingsUntouched();
    }

    private static double[] SoftmaxOf(double[] z)
    {
        double[] e = [.. z.Select(v => Math.Exp(v - z.Max()))];
        return [.. e.Select(v => v / e.Sum())];
    }

    /// <summary>Multiples of 1/64, exact in both precisions.</summary>
    private static (double[] Z, double[] Dy) Sample(int length)
    {
        Random random = new(length);
        return ([.. Enumerable.Range(0, length).Select(_ => random.Next(-512, 512) / 64.0)],
            [.. Enumerable.Range(0, length).Select(_ => random.Next(-64, 64) / 64.0)]);
    }
}
