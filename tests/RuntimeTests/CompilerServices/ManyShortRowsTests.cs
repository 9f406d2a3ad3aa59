using System.Numerics;
using NetGen.Activations;
using NetGen.CompilerServices;
using NetGen.Losses;
using NetGen.RuntimeTests.Losses;

namespace NetGen.RuntimeTests.CompilerServices;

/// <summary>Blocks of many short rows, which are taken one per lane, against single rows and against the formulas.</summary>
public class ManyShortRowsTests
{
    private const int LargestColumns = 17;
    private const double Scale = 0.5;

    public static TheoryData<int> Counts => [1, 7, 8, 9, 15, 16, 17, 33, 64, 100, 300];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Activations_are_those_of_single_rows(int rows)
    {
        ForEveryColumns(columns =>
        {
            CheckActivation<Softmax<float>, float>(rows, columns, (z, sum) => Math.Exp(z) / sum);
            CheckActivation<Softmax<double>, double>(rows, columns, (z, sum) => Math.Exp(z) / sum);
            CheckActivation<LogSoftmax<float>, float>(rows, columns, (z, sum) => z - Math.Log(sum));
            CheckActivation<LogSoftmax<double>, double>(rows, columns, (z, sum) => z - Math.Log(sum));
        });
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Losses_are_those_of_single_rows(int rows)
    {
        ForEveryColumns(columns =>
        {
            CheckLoss<SoftmaxCrossEntropy<float>, float>(Oracle.SoftmaxCrossEntropy, rows, columns);
            CheckLoss<SoftmaxCrossEntropy<double>, double>(Oracle.SoftmaxCrossEntropy, rows, columns);
            CheckLoss<CategoricalCrossEntropy<float>, float>(Oracle.CategoricalCrossEntropy, rows, columns);
            CheckLoss<CategoricalCrossEntropy<double>, double>(Oracle.CategoricalCrossEntropy, rows, columns);
        });
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Losses_of_labels_are_those_of_single_rows(int rows)
    {
        ForEveryColumns(columns =>
        {
            CheckLabels<SoftmaxCrossEntropy<float>, float>(Oracle.SoftmaxCrossEntropy, rows, columns);
            CheckLabels<SoftmaxCrossEntropy<double>, double>(Oracle.SoftmaxCrossEntropy, rows, columns);
            CheckLabels<CategoricalCrossEntropy<float>, float>(Oracle.CategoricalCrossEntropy, rows, columns);
            CheckLabels<CategoricalCrossEntropy<double>, double>(Oracle.CategoricalCrossEntropy, rows, columns);
        });
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(3e38)]
    [InlineData(-3e38)]
    public void Extreme_elements_keep_to_their_row(double extreme)
    {
        foreach (int columns in (int[])[2, 3, 4, 10, 16])
        {
            CheckExtreme<float>(extreme, columns);
            CheckExtreme<double>(extreme, columns);
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Label_out_of_range_is_refused(int label)
    {
        for (int row = 0; row < 40; row += 13)
        {
            int[] labels = new int[40];
            labels[row] = label;
            Assert.Throws<ArgumentOutOfRangeException>(
                () => RowLoss.EvaluateLabels<SoftmaxCrossEntropy<float>, float>(new float[400], labels, 10));
            Assert.Throws<ArgumentOutOfRangeException>(
                () => RowLoss.DifferentiateLabels<SoftmaxCrossEntropy<double>, double>(new double[400], labels, new double[400], 10, 1));
        }
    }

    [Fact]
    public void Negligible_gradients_are_0()
    {
        float[] outputs = [.. Enumerable.Range(0, 160).Select(i => i % 10 == 3 ? 0f : -78f)];
        int[] labels = [.. Enumerable.Repeat(3, 16)];
        float[] gradient = new float[160];
        RowLoss.DifferentiateLabels<SoftmaxCrossEntropy<float>, float>(outputs, labels, gradient, 10, 1);
        Assert.All(gradient, g => Assert.Equal(0, g));
    }

    [Fact]
    public void Outputs_may_be_their_own_targets()
    {
        float[] outputs = [.. Enumerable.Range(1, 160).Select(i => MathF.Sin(i))];
        float[] expected = new float[160], gradient = new float[160];
        double expectedSum = RowLoss.Differentiate<SoftmaxCrossEntropy<float>, float>(outputs, [.. outputs], expected, 10, 1);
        Assert.Equal(expectedSum, RowLoss.Differentiate<SoftmaxCrossEntropy<float>, float>(outputs, outputs, gradient, 10, 1));
        Assert.Equal(expected, gradient);
    }

    [Fact]
    public void Sum_of_losses_is_the_same_on_every_call()
    {
        (double[] outputs, double[] targets) = Oracle.SoftmaxCrossEntropy.Draw(new Random(6), 1000);
        var o = new PoisonedRow<float>(outputs);
        var t = new PoisonedRow<float>(targets);
        double first = RowLoss.Evaluate<SoftmaxCrossEntropy<float>, float>(o.Span, t.Span, 10);
        Assert.Equal(first, RowLoss.Evaluate<SoftmaxCrossEntropy<float>, float>(o.Span, t.Span, 10));
        Assert.Equal(first, RowLoss.Differentiate<SoftmaxCrossEntropy<float>, float>(o.Span, t.Span, new float[1000], 10, 1));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        float[] x = new float[1600], y = new float[1600], result = new float[1600];
        int[] labels = new int[100];
        AllocationProbe.AssertNone(() =>
        {
            RowWise.Invoke<Softmax<float>, float>(x, result, 16);
            RowLoss.Differentiate<SoftmaxCrossEntropy<float>, float>(x, y, result, 16, 1);
            RowLoss.DifferentiateLabels<SoftmaxCrossEntropy<float>, float>(x, labels, result, 16, 1);
        });
    }

    private static void ForEveryColumns(Action<int> check)
    {
        for (int columns = 1; columns <= LargestColumns; columns++)
            check(columns);
    }

    private static void CheckActivation<TActivation, T>(int rows, int columns, Func<double, double, double> formula)
        where TActivation : struct, IRowActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string what = $"{typeof(TActivation).Name} of [{rows}, {columns}]";
        (double[] values, _) = Oracle.SoftmaxCrossEntropy.Draw(new Random(rows), rows * columns);
        var z = new PoisonedRow<T>(values);
        var a = new PoisonedRow<T>(values.Length);
        T[] single = new T[values.Length];
        RowWise.Invoke<TActivation, T>(z.Span, a.Span, columns);
        for (int start = 0; start < values.Length; start += columns)
            TActivation.Invoke(z.Span.Slice(start, columns), single.AsSpan(start, columns));
        double[] expected = [.. values.Chunk(columns).SelectMany(row => row.Select(v => formula(v, row.Sum(Math.Exp))))];
        Near.Equal(expected, a.Values, Near.Tolerance<T>(), what);
        Near.Equal([.. single.Select(double.CreateTruncating)], a.Values, Near.Tolerance<T>(), what);
        Assert.True(a.NeighboursAreIntact, what);

        RowWise.Invoke<TActivation, T>(z.Span, z.Span, columns);
        Assert.Equal(a.Values, z.Values);
        Assert.True(z.NeighboursAreIntact, what);
    }

    private static void CheckLoss<TLoss, T>(Oracle oracle, int rows, int columns)
        where TLoss : struct, ILoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (double[] outputs, double[] targets) = oracle.Draw(new Random(rows), rows * columns);
        var o = new PoisonedRow<T>(outputs);
        var t = new PoisonedRow<T>(targets);
        var found = new PoisonedRow<T>(outputs.Length);
        T[] single = new T[outputs.Length];
        for (int start = 0; start < outputs.Length; start += columns)
            TLoss.Differentiate(o.Span.Slice(start, columns), t.Span.Slice(start, columns), single.AsSpan(start, columns));
        double sum = RowLoss.Differentiate<TLoss, T>(o.Span, t.Span, found.Span, columns, T.CreateTruncating(Scale));
        double evaluated = RowLoss.Evaluate<TLoss, T>(o.Span, t.Span, columns);

        Compare(oracle, outputs, targets, columns, single, [sum, evaluated], found);
    }

    private static void CheckLabels<TLoss, T>(Oracle oracle, int rows, int columns)
        where TLoss : struct, ILabelLoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(rows);
        (double[] outputs, _) = oracle.Draw(random, rows * columns);
        int[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.Next(columns))];
        double[] targets = new double[outputs.Length];
        var o = new PoisonedRow<T>(outputs);
        var found = new PoisonedRow<T>(outputs.Length);
        T[] single = new T[outputs.Length];
        for (int row = 0; row < rows; row++)
        {
            targets[(row * columns) + labels[row]] = 1;
            TLoss.Differentiate(o.Span.Slice(row * columns, columns), labels[row], single.AsSpan(row * columns, columns));
        }

        double sum = RowLoss.DifferentiateLabels<TLoss, T>(o.Span, labels, found.Span, columns, T.CreateTruncating(Scale));
        double evaluated = RowLoss.EvaluateLabels<TLoss, T>(o.Span, labels, columns);

        Compare(oracle, outputs, targets, columns, single, [sum, evaluated], found);
    }

    private static void Compare<T>(
        Oracle oracle, double[] outputs, double[] targets, int columns, T[] single, double[] sums, PoisonedRow<T> found)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string what = $"[{outputs.Length / columns}, {columns}]";
        double expected = outputs.Chunk(columns).Zip(targets.Chunk(columns), oracle.Loss).Sum();
        Assert.All(sums, sum => Near.Equal(expected, sum, Near.Tolerance<T>(), $"sum of {what}"));
        double[] scaled = [.. single.Select(g => double.CreateTruncating(g) * Scale)];
        Near.Equal(scaled, found.Values, Near.Tolerance<T>(), $"gradient of {what}");
        Assert.True(found.NeighboursAreIntact, what);
    }

    /// <summary>One row in 37 has an extreme element, with a target of 0.</summary>
    private static void CheckExtreme<T>(double extreme, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int rows = 37;
        (double[] outputs, double[] targets) = Oracle.SoftmaxCrossEntropy.Draw(new Random(9), rows * columns);
        for (int place = 0; place < outputs.Length; place += 5)
        {
            double[] changed = [.. outputs];
            double[] wanted = [.. targets];
            changed[place] = extreme;
            wanted[place] = 0;
            CheckRows<T>(new PoisonedRow<T>(changed), new PoisonedRow<T>(wanted), columns);
        }
    }

    private static void CheckRows<T>(PoisonedRow<T> o, PoisonedRow<T> t, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int length = o.Span.Length;
        T[] softmax = new T[length], logarithms = new T[length], gradient = new T[length], expected = new T[length];
        RowWise.Invoke<Softmax<T>, T>(o.Span, softmax, columns);
        RowWise.Invoke<LogSoftmax<T>, T>(o.Span, logarithms, columns);
        double sum = RowLoss.Differentiate<SoftmaxCrossEntropy<T>, T>(o.Span, t.Span, gradient, columns, T.One);
        ByRow((row, result) => Softmax<T>.Invoke(o.Span[row], result));
        AssertSame(expected, softmax);
        ByRow((row, result) => LogSoftmax<T>.Invoke(o.Span[row], result));
        AssertSame(expected, logarithms);
        double expectedSum = 0;
        ByRow((row, result) => expectedSum += double.CreateTruncating(SoftmaxCrossEntropy<T>.Differentiate(o.Span[row], t.Span[row], result)));
        AssertSame(expected, gradient);
        Near.Equal(expectedSum, sum, Near.Tolerance<T>(), "sum");
        Near.Equal(expectedSum, RowLoss.Evaluate<SoftmaxCrossEntropy<T>, T>(o.Span, t.Span, columns), Near.Tolerance<T>(), "sum");

        void ByRow(Action<Range, T[]> invoke)
        {
            T[] result = new T[columns];
            for (int start = 0; start < length; start += columns)
            {
                invoke(start..(start + columns), result);
                result.CopyTo(expected, start);
            }
        }
    }

    private static void AssertSame<T>(T[] expected, T[] found)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Near.Equal(
            [.. expected.Select(double.CreateTruncating)], [.. found.Select(double.CreateTruncating)], Near.Tolerance<T>(), "element");
}
