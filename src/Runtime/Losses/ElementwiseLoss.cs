using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.Rows;

namespace NetGen.Losses;

/// <summary>The loss Σ l(oᵢ, tᵢ) of an elementwise <typeparamref name="TLoss"/>, vectorised over the row.</summary>
/// <typeparam name="TLoss">The loss of one output.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct ElementwiseLoss<TLoss, T> : ILoss<T>
    where TLoss : struct, IElementwiseLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static bool IsElementwise => true;

    /// <inheritdoc/>
    public static T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
    {
        Row.MustMatch(outputs.Length, targets.Length, nameof(targets));
        return RowWalk<Term, T>.Sum(outputs, targets);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient)
    {
        Row.MustMatch(outputs.Length, targets.Length, nameof(targets));
        Row.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        ref T o = ref MemoryMarshal.GetReference(outputs);
        ref T t = ref MemoryMarshal.GetReference(targets);
        ref T g = ref MemoryMarshal.GetReference(gradient);
        nuint length = (nuint)outputs.Length;
        nuint i = 0;
        T sum = T.Zero;
        if (Vector512.IsHardwareAccelerated)
            sum += Walk<Vector512<T>, Simd512<T>>(ref o, ref t, ref g, ref i, length);
        if (Vector256.IsHardwareAccelerated)
            sum += Walk<Vector256<T>, Simd256<T>>(ref o, ref t, ref g, ref i, length);
        if (Vector128.IsHardwareAccelerated)
            sum += Walk<Vector128<T>, Simd128<T>>(ref o, ref t, ref g, ref i, length);
        return sum + Walk<T, SimdScalar<T>>(ref o, ref t, ref g, ref i, length);
    }

    /// <summary>Handles whole vectors from <paramref name="i"/> on, and returns the sum of their losses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Walk<TVector, TSimd>(ref readonly T o, ref readonly T t, ref T g, ref nuint i, nuint length)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        nuint count = (nuint)TSimd.Count;
        if (length - i < count)
            return T.Zero;
        TVector sum = TSimd.Create(T.Zero);
        do
        {
            TVector output = TSimd.Load(in o, i);
            TVector target = TSimd.Load(in t, i);
            sum = TSimd.Add(sum, TLoss.Invoke<TVector, TSimd>(output, target));
            TSimd.Store(TLoss.Derivative<TVector, TSimd>(output, target), ref g, i);
            i += count;
        }
        while (length - i >= count);
        return TSimd.Sum(sum);
    }

    private readonly struct Term : IRowTerm<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Invoke<TVector, TSimd>(TVector x, TVector y, TVector c, TVector d)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TLoss.Invoke<TVector, TSimd>(x, y);
    }
}
