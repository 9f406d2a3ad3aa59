using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen.RuntimeTests.Losses;

/// <summary>What every loss over classes keeps: a label is a one-hot row of targets.</summary>
public abstract class ClassLossTests<TLoss, T> : LossTests<TLoss, T>
    where TLoss : struct, ILoss<T>, ILabelLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Fact]
    public void Label_equals_its_one_hot_row()
    {
        ForEveryLength((outputs, _) =>
        {
            for (int label = 0; label < outputs.Length; label++)
                CheckLabel(outputs, label);
        });
    }

    [Theory]
    [InlineData(5, 10)]
    [InlineData(1, 4)]
    [InlineData(37, 1)]
    [InlineData(37, 2)]
    [InlineData(37, 7)]
    [InlineData(70, 19)]
    [InlineData(40, 33)]
    public void Block_of_labels_is_the_sum_of_its_rows_and_its_gradient_is_scaled(int rows, int columns)
    {
        T scale = T.CreateTruncating(0.5);
        var random = new Random(4);
        int[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.Next(columns))];
        (double[] outputs, _) = Oracle.Draw(random, rows * columns);
        var o = new PoisonedRow<T>(outputs);
        T[] oneHot = new T[outputs.Length];
        for (int row = 0; row < labels.Length; row++)
            oneHot[(row * columns) + labels[row]] = T.One;

        var expected = new PoisonedRow<T>(outputs.Length);
        var gradient = new PoisonedRow<T>(outputs.Length);
        double expectedSum = RowLoss.Differentiate<TLoss, T>(o.Span, oneHot, expected.Span, columns, scale);
        double sum = RowLoss.DifferentiateLabels<TLoss, T>(o.Span, labels, gradient.Span, columns, scale);

        Near.Equal(expectedSum, sum, Near.Tolerance<T>(), "sum");
        Near.Equal(expectedSum, RowLoss.EvaluateLabels<TLoss, T>(o.Span, labels, columns), Near.Tolerance<T>(), "sum");
        Near.Equal(expected.Values, gradient.Values, Near.Tolerance<T>(), "gradient");
        Assert.True(gradient.NeighboursAreIntact);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Label_out_of_range_is_refused(int label)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TLoss.Evaluate(new T[3], label));
        Assert.Throws<ArgumentOutOfRangeException>(() => TLoss.Differentiate(new T[3], label, new T[3]));
    }

    [Fact]
    public void Labels_allocate_nothing()
    {
        int[] labels = [3, 9, 0];
        (double[] outputs, _) = Oracle.Draw(new Random(1), 30);
        var o = new PoisonedRow<T>(outputs);
        T[] gradient = new T[30];
        AllocationProbe.AssertNone(() =>
        {
            RowLoss.EvaluateLabels<TLoss, T>(o.Span, labels, 10);
            RowLoss.DifferentiateLabels<TLoss, T>(o.Span, labels, gradient, 10, T.One);
        });
    }

    private static void CheckLabel(double[] outputs, int label)
    {
        var o = new PoisonedRow<T>(outputs);
        T[] oneHot = new T[outputs.Length];
        oneHot[label] = T.One;
        var dense = new PoisonedRow<T>(outputs.Length);
        var sparse = new PoisonedRow<T>(outputs.Length);
        double expected = double.CreateTruncating(TLoss.Differentiate(o.Span, oneHot, dense.Span));
        double found = double.CreateTruncating(TLoss.Differentiate(o.Span, label, sparse.Span));

        Near.Equal(expected, found, Near.Tolerance<T>(), $"loss of label {label}");
        Near.Equal(expected, double.CreateTruncating(TLoss.Evaluate(o.Span, label)), Near.Tolerance<T>(), $"loss of label {label}");
        Near.Equal(dense.Values, sparse.Values, Near.Tolerance<T>(), $"gradient of label {label}");
        Assert.True(sparse.NeighboursAreIntact);
    }
}
