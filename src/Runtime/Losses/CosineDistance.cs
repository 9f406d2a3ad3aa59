using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.CompilerServices;
using NetGen.Losses.Rows;

namespace NetGen.Losses;

/// <summary>
/// 1 − cos with cos = o·t / (|o||t|) of a row; ∂/∂oᵢ = cos·oᵢ/|o|² − tᵢ/(|o||t|).
/// </summary>
/// <remarks>
/// A zero vector has no direction: its cosine counts as 0, so the loss is 1 and the gradient 0. Both vectors are divided
/// by their largest magnitude first, so that squares neither overflow nor vanish.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct CosineDistance<T> : ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets) =>
        T.One - new Angle(outputs, targets).Cosine;

    /// <inheritdoc/>
    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient)
    {
        Lengths.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        var angle = new Angle(outputs, targets);
        if (angle.IsUndefined)
        {
            gradient.Clear();
            return T.One;
        }

        T towardsTarget = -T.One / (angle.OutputNorm * angle.TargetNorm) / angle.OutputScale;
        T alongOutput = angle.Cosine / (angle.OutputNorm * angle.OutputNorm) / angle.OutputScale;
        RowTransform.Apply<Quotient, T>(targets, targets, angle.TargetScale, towardsTarget, gradient);
        RowTransform.Apply<AddScaled, T>(outputs, gradient, angle.OutputScale, alongOutput, gradient);
        return T.One - angle.Cosine;
    }

    /// <summary>The norms of both vectors, each after the division by its scale, and the cosine between them.</summary>
    private readonly ref struct Angle
    {
        public readonly T OutputScale;
        public readonly T TargetScale;
        public readonly T OutputNorm;
        public readonly T TargetNorm;
        public readonly T Cosine;

        public Angle(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
        {
            Lengths.MustMatch(outputs.Length, targets.Length, nameof(targets));
            OutputScale = Scale(outputs);
            TargetScale = Scale(targets);
            OutputNorm = T.Sqrt(RowSum.Of<Product, T>(outputs, outputs, OutputScale, OutputScale));
            TargetNorm = T.Sqrt(RowSum.Of<Product, T>(targets, targets, TargetScale, TargetScale));
            Cosine = RowSum.Of<Product, T>(outputs, targets, OutputScale, TargetScale);
            if (!IsUndefined)
                Cosine /= OutputNorm * TargetNorm;
        }

        /// <summary>Whether a vector is zero; false where one has a NaN.</summary>
        public bool IsUndefined => OutputNorm * TargetNorm == T.Zero;

        private static T Scale(ReadOnlySpan<T> row)
        {
            T max = RowMax.Of<Magnitude<T>, T>(row);
            return max > T.Zero ? max : T.One;
        }
    }

    /// <summary>(x/a)(y/b).</summary>
    private readonly struct Product : IRowFunction<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector x, TVector y, TVector a, TVector b)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Multiply(TSimd.Divide(x, a), TSimd.Divide(y, b));
    }

    /// <summary>(x/a)b.</summary>
    private readonly struct Quotient : IRowFunction<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector x, TVector y, TVector a, TVector b)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Multiply(TSimd.Divide(x, a), b);
    }

    /// <summary>y + (x/a)b.</summary>
    private readonly struct AddScaled : IRowFunction<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector x, TVector y, TVector a, TVector b)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.Add(y, TSimd.Multiply(TSimd.Divide(x, a), b));
    }
}
