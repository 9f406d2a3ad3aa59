namespace NetGen.GeneratorTests.Reference;

/// <summary>Operators a user might write: their C# text and, independently, their maths.</summary>
internal static class OwnOperators
{
    private const double Epsilon = 1e-8;

    /// <summary>The Poisson loss of a rate, o − t ln(o + 10⁻⁸), where the built-in one takes the rate's logarithm.</summary>
    public static OwnLoss PoissonOfRate { get; } = new(
        "PoissonOfRate",
        "typeof(PoissonOfRate<>)",
        """
        internal readonly struct PoissonOfRate<T> : global::NetGen.ILoss<T>
            where T : unmanaged, global::System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            private static readonly T Epsilon = T.CreateChecked(1e-8);

            public static T Evaluate(global::System.ReadOnlySpan<T> outputs, global::System.ReadOnlySpan<T> targets)
            {
                T sum = T.Zero;
                for (int i = 0; i < outputs.Length; i++)
                {
                    sum += outputs[i] - targets[i] * T.Log(outputs[i] + Epsilon);
                }

                return sum;
            }

            public static T Differentiate(global::System.ReadOnlySpan<T> outputs, global::System.ReadOnlySpan<T> targets, global::System.Span<T> gradient)
            {
                for (int i = 0; i < outputs.Length; i++)
                {
                    gradient[i] = T.One - targets[i] / (outputs[i] + Epsilon);
                }

                return Evaluate(outputs, targets);
            }
        }
        """,
        (o, t) => o.Zip(t, (x, y) => x - y * Math.Log(x + Epsilon)).Sum(),
        (o, t) => [.. o.Zip(t, (x, y) => 1 - y / (x + Epsilon))]);

    /// <summary>
    /// Range-wise mean absolute error: the mean absolute error of each run of equal targets, summed over the runs of a row.
    /// The outputs of a row are coupled through the lengths of the runs.
    /// </summary>
    public static OwnLoss RangewiseMeanAbsoluteError { get; } = new(
        "RangewiseMeanAbsoluteError",
        "typeof(RangewiseMeanAbsoluteError<>)",
        """
        internal readonly struct RangewiseMeanAbsoluteError<T> : global::NetGen.ILoss<T>
            where T : unmanaged, global::System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            public static T Evaluate(global::System.ReadOnlySpan<T> outputs, global::System.ReadOnlySpan<T> targets)
            {
                T loss = T.Zero;
                for (int start = 0; start < targets.Length;)
                {
                    int end = EndOfRun(targets, start);
                    T sum = T.Zero;
                    for (int i = start; i < end; i++)
                    {
                        sum += T.Abs(outputs[i] - targets[i]);
                    }

                    loss += sum / T.CreateChecked(end - start);
                    start = end;
                }

                return loss;
            }

            public static T Differentiate(global::System.ReadOnlySpan<T> outputs, global::System.ReadOnlySpan<T> targets, global::System.Span<T> gradient)
            {
                for (int start = 0; start < targets.Length;)
                {
                    int end = EndOfRun(targets, start);
                    T weight = T.One / T.CreateChecked(end - start);
                    for (int i = start; i < end; i++)
                    {
                        gradient[i] = T.CreateChecked(T.Sign(outputs[i] - targets[i])) * weight;
                    }

                    start = end;
                }

                return Evaluate(outputs, targets);
            }

            private static int EndOfRun(global::System.ReadOnlySpan<T> targets, int start)
            {
                int end = start + 1;
                while (end < targets.Length && targets[end] == targets[start])
                {
                    end++;
                }

                return end;
            }
        }
        """,
        (o, t) => Runs(t).Sum(run => run.Average(i => Math.Abs(o[i] - t[i]))),
        (o, t) => [.. Runs(t).SelectMany(run => run.Select(i => Math.Sign(o[i] - t[i]) / (double)run.Length))]);

    /// <summary>The Brier score Σ (o − t)² over classes, which takes labels too.</summary>
    public static OwnLoss BrierScore { get; } = new(
        "BrierScore",
        "typeof(BrierScore<>)",
        """
        internal readonly struct BrierScore<T> : global::NetGen.ILoss<T>, global::NetGen.ILabelLoss<T>
            where T : unmanaged, global::System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            public static T Evaluate(global::System.ReadOnlySpan<T> outputs, global::System.ReadOnlySpan<T> targets) =>
                Differentiate(outputs, targets, new T[outputs.Length]);

            public static T Evaluate(global::System.ReadOnlySpan<T> outputs, int label) => Differentiate(outputs, label, new T[outputs.Length]);

            public static T Differentiate(global::System.ReadOnlySpan<T> outputs, global::System.ReadOnlySpan<T> targets, global::System.Span<T> gradient)
            {
                T loss = T.Zero;
                for (int i = 0; i < outputs.Length; i++)
                {
                    T difference = outputs[i] - targets[i];
                    loss += difference * difference;
                    gradient[i] = difference + difference;
                }

                return loss;
            }

            public static T Differentiate(global::System.ReadOnlySpan<T> outputs, int label, global::System.Span<T> gradient)
            {
                T[] targets = new T[outputs.Length];
                targets[label] = T.One;
                return Differentiate(outputs, targets, gradient);
            }
        }
        """,
        (o, t) => o.Zip(t, (x, y) => (x - y) * (x - y)).Sum(),
        (o, t) => [.. o.Zip(t, (x, y) => 2 * (x - y))],
        TakesLabels: true);

    private static int[][] Runs(double[] t)
    {
        List<int[]> runs = [];
        for (int start = 0; start < t.Length; start += runs[^1].Length)
        {
            runs.Add([.. Enumerable.Range(start, t.Length - start).TakeWhile(i => t[i] == t[start])]);
        }

        return [.. runs];
    }
}
