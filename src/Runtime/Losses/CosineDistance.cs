using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Rows;

namespace NetGen.Losses;

/// <summary>
/// 1 − cos with cos = o·t / (|o||t|) of a row; ∂/∂oᵢ = cos·oᵢ/|o|² − tᵢ/(|o||t|).
/// </summary>
/// <remarks>
/// A zero vector has no direction: its cosine counts as 0, so the loss is 1 and the gradient 0. A vector whose squares
/// would overflow or vanish is divided by its largest magnitude first.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct CosineDistance<T> : ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
    {
        Row.MustMatch(outputs.Length, targets.Length, nameof(targets));
        return T.One - new Angle(outputs, targets).Cosine;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient)
    {
        Row.MustMatch(outputs.Length, targets.Length, nameof(targets));
        Row.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        var angle = new Angle(outputs, targets);
        if (angle.IsUndefined)
        {
            gradient.Clear();
            return T.One;
        }

        T towardsTarget = -T.One / (angle.OutputNorm * angle.TargetNorm) / angle.OutputScale;
        T alongOutput = angle.Cosine / (angle.OutputNorm * angle.OutputNorm) / angle.OutputScale;
        RowWalk<Quotient, T>.Map(targets, targets, gradient, angle.TargetScale, towardsTarget);
        RowWalk<AddQuotient, T>.Map(outputs, gradient, gradient, angle.OutputScale, alongOutput);
        return T.One - angle.Cosine;
    }

    /// <summary>The norms of both vectors, each after the division by its scale, and the cosine between them.</summary>
    private readonly struct Angle
    {
        /// <summary>Sums of squares between its reciprocal and it keep their digits in both precisions.</summary>
        private const double LargeSquare = 1e20;

        public readonly T OutputScale;
        public readonly T TargetScale;
        public readonly T OutputNorm;
        public readonly T TargetNorm;
        public readonly T Cosine;

        public Angle(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
        {
            OutputScale = Scale(outputs);
            TargetScale = Scale(targets);
            OutputNorm = T.Sqrt(RowWalk<QuotientProduct, T>.Sum(outputs, outputs, OutputScale, OutputScale));
            TargetNorm = T.Sqrt(RowWalk<QuotientProduct, T>.Sum(targets, targets, TargetScale, TargetScale));
            Cosine = RowWalk<QuotientProduct, T>.Sum(outputs, targets, OutputScale, TargetScale);
            if (!IsUndefined)
                Cosine /= OutputNorm * TargetNorm;
        }

        /// <summary>Whether a vector is zero; false where one has a NaN.</summary>
        public bool IsUndefined => OutputNorm * TargetNorm == T.Zero;

        private static T Scale(ReadOnlySpan<T> row)
        {
            T square = RowWalk<Product<T>, T>.Sum(row, row);
            T large = T.CreateTruncating(LargeSquare);
            if (square < large && square > T.One / large)
                return T.One;

            T max = T.Zero;
            foreach (T element in row)
                max = T.MaxNumber(max, T.Abs(element));
            return max > T.Zero ? max : T.One;
        }
    }

    /// <summary>(x/c)(y/d).</summary>
    private readonly struct QuotientProduct : IRowTerm<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector x, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Multiply(TSimd.Divide(x, c), TSimd.Divide(y, d));
    }

    /// <summary>(x/c)d.</summary>
    private readonly struct Quotient : IRowTerm<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector x, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Multiply(TSimd.Divide(x, c), d);
    }

    /// <summary>y + (x/c)d.</summary>
    private readonly struct AddQuotient : IRowTerm<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector x, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Add(y, TSimd.Multiply(TSimd.Divide(x, c), d));
    }
}
