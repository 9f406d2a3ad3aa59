using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen.RuntimeTests.Losses;

/// <summary>What every loss keeps, at every length.</summary>
[Trait("Category", "Numeric")]
public abstract class LossTests<TLoss, T>
    where TLoss : struct, ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private protected const int LongestRow = 40;

    private protected abstract Oracle Oracle { get; }

    [Fact]
    public void Value_matches_the_formula()
    {
        ForEveryLength((outputs, targets) =>
        {
            T loss = TLoss.Evaluate(new PoisonedRow<T>(outputs).Span, new PoisonedRow<T>(targets).Span);
            Near.Equal(Oracle.Loss(outputs, targets), double.CreateTruncating(loss), Near.Tolerance<T>() * outputs.Length, "loss");
        });
    }

    [Fact]
    public void Gradient_matches_central_differences()
    {
        double tolerance = typeof(T) == typeof(float) ? 2e-5 : 1e-7;
        ForEveryLength((outputs, targets) =>
        {
            var gradient = new PoisonedRow<T>(outputs.Length);
            TLoss.Differentiate(new PoisonedRow<T>(outputs).Span, new PoisonedRow<T>(targets).Span, gradient.Span);
            Near.Equal(Oracle.Gradient(outputs, targets), gradient.Values, tolerance, "gradient");
            Assert.True(gradient.NeighboursAreIntact);
        });
    }

    [Fact]
    public void Differentiate_returns_the_value_of_Evaluate()
    {
        ForEveryLength((outputs, targets) =>
        {
            var o = new PoisonedRow<T>(outputs);
            var t = new PoisonedRow<T>(targets);
            T loss = TLoss.Differentiate(o.Span, t.Span, new T[outputs.Length]);
            Near.Equal(double.CreateTruncating(TLoss.Evaluate(o.Span, t.Span)), double.CreateTruncating(loss), Near.Tolerance<T>(), "loss");
        });
    }

    [Fact]
    public void NaN_in_gives_NaN_out()
    {
        ForEveryLength((outputs, targets) =>
        {
            // A single output has no other class to be compared with.
            for (int i = 0; i < outputs.Length && outputs.Length > 1; i++)
            {
                var row = new PoisonedRow<T>(outputs);
                row.Span[i] = T.NaN;
                Assert.True(T.IsNaN(TLoss.Evaluate(row.Span, new PoisonedRow<T>(targets).Span)), $"output {i} of {outputs.Length}");
            }
        });
    }

    [Fact]
    public void Lengths_that_differ_throw()
    {
        Assert.Throws<ArgumentException>(() => TLoss.Evaluate(new T[3], new T[2]));
        Assert.Throws<ArgumentException>(() => TLoss.Differentiate(new T[3], new T[4], new T[3]));
        Assert.Throws<ArgumentException>(() => TLoss.Differentiate(new T[3], new T[3], new T[2]));
    }

    [Fact]
    public void Block_is_the_sum_of_its_rows_and_its_gradient_is_scaled()
    {
        T scale = T.CreateTruncating(0.25);
        foreach ((int rows, int columns) in new[] { (1, 1), (3, 10), (7, 3), (300, 9), (2, 40), (70, 2), (33, 17) })
        {
            (double[] outputs, double[] targets) = Oracle.Draw(new Random(rows), rows * columns);
            var o = new PoisonedRow<T>(outputs);
            var t = new PoisonedRow<T>(targets);
            var gradient = new PoisonedRow<T>(outputs.Length);
            double sum = RowLoss.Differentiate<TLoss, T>(o.Span, t.Span, gradient.Span, columns, scale);

            double expectedSum = 0;
            T[] expected = new T[outputs.Length];
            for (int start = 0; start < outputs.Length; start += columns)
            {
                T loss = TLoss.Differentiate(o.Span.Slice(start, columns), t.Span.Slice(start, columns), expected.AsSpan(start, columns));
                expectedSum += double.CreateTruncating(loss);
            }

            Near.Equal(expectedSum, sum, Near.Tolerance<T>(), "sum");
            Near.Equal(expectedSum, RowLoss.Evaluate<TLoss, T>(o.Span, t.Span, columns), Near.Tolerance<T>(), "sum");
            Near.Equal([.. expected.Select(x => double.CreateTruncating(scale * x))], gradient.Values, Near.Tolerance<T>(), "gradient");
            Assert.True(gradient.NeighboursAreIntact);
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        (double[] outputs, double[] targets) = Oracle.Draw(new Random(1), 30);
        var o = new PoisonedRow<T>(outputs);
        var t = new PoisonedRow<T>(targets);
        T[] gradient = new T[30];
        AllocationProbe.AssertNone(() =>
        {
            RowLoss.Evaluate<TLoss, T>(o.Span, t.Span, 10);
            RowLoss.Differentiate<TLoss, T>(o.Span, t.Span, gradient, 10, T.One);
        });
    }

    private protected void ForEveryLength(Action<double[], double[]> check)
    {
        var random = new Random(20);
        for (int length = 1; length <= LongestRow; length++)
        {
            (double[] outputs, double[] targets) = Oracle.Draw(random, length);
            check(outputs, targets);
        }
    }
}
