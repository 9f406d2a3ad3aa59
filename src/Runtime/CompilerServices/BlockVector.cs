using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// A vector as blocks of 128 bits, which x86 shuffles each on its own: one text for the three widths, and for
/// <see cref="Vector{T}"/>, which has one of them.
/// </summary>
/// <typeparam name="TVector">A vector of <typeparamref name="T"/>.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal static class BlockVector<TVector, T>
    where TVector : struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether the machine shuffles such vectors.</summary>
    public static bool IsSupported
    {
        [MethodImpl(AggressiveInlining)]
        get => (typeof(T) == typeof(float) || typeof(T) == typeof(double))
            && (Is512 ? Avx512F.IsSupported : Is256 ? Avx.IsSupported : Is128 && Sse2.IsSupported);
    }

    /// <summary>Elements of a block.</summary>
    public static nuint BlockLength
    {
        [MethodImpl(AggressiveInlining)]
        get => (nuint)Vector128<T>.Count;
    }

    private static bool Is512
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(TVector) == typeof(Vector512<T>)
            || (typeof(TVector) == typeof(Vector<T>) && Unsafe.SizeOf<Vector<T>>() == Unsafe.SizeOf<Vector512<T>>());
    }

    private static bool Is256
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(TVector) == typeof(Vector256<T>)
            || (typeof(TVector) == typeof(Vector<T>) && Unsafe.SizeOf<Vector<T>>() == Unsafe.SizeOf<Vector256<T>>());
    }

    private static bool Is128
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(TVector) == typeof(Vector128<T>)
            || (typeof(TVector) == typeof(Vector<T>) && Unsafe.SizeOf<Vector<T>>() == Unsafe.SizeOf<Vector128<T>>());
    }

    /// <summary>Reads the blocks, each <paramref name="stride"/> elements after the one before.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Load(ref T source, nuint stride)
    {
        Vector128<T> first = Vector128.LoadUnsafe(ref source);
        if (Is128)
        {
            return Unsafe.BitCast<Vector128<T>, TVector>(first);
        }

        Vector256<T> lower = first.ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(ref source, stride));
        if (Is256)
        {
            return Unsafe.BitCast<Vector256<T>, TVector>(lower);
        }

        Vector256<T> upper = Vector128.LoadUnsafe(ref source, 2 * stride).ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(ref source, 3 * stride));
        return Unsafe.BitCast<Vector512<T>, TVector>(lower.ToVector512Unsafe().WithUpper(upper));
    }

    /// <summary>Writes the blocks, each <paramref name="stride"/> elements after the one before.</summary>
    [MethodImpl(AggressiveInlining)]
    public static void Store(TVector value, ref T destination, nuint stride)
    {
        if (Is128)
        {
            Unsafe.BitCast<TVector, Vector128<T>>(value).StoreUnsafe(ref destination);
            return;
        }

        Vector256<T> lower = Is256 ? Unsafe.BitCast<TVector, Vector256<T>>(value) : Unsafe.BitCast<TVector, Vector512<T>>(value).GetLower();
        lower.GetLower().StoreUnsafe(ref destination);
        lower.GetUpper().StoreUnsafe(ref destination, stride);
        if (Is512)
        {
            Vector256<T> upper = Unsafe.BitCast<TVector, Vector512<T>>(value).GetUpper();
            upper.GetLower().StoreUnsafe(ref destination, 2 * stride);
            upper.GetUpper().StoreUnsafe(ref destination, 3 * stride);
        }
    }

    /// <summary>In each block the lower half of the elements of two, taken in turn.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector UnpackLow(TVector left, TVector right)
    {
        if (typeof(T) == typeof(double))
        {
            return Is512 ? Of(Avx512F.UnpackLow(Doubles512(left), Doubles512(right)))
                : Is256 ? Of(Avx.UnpackLow(Doubles256(left), Doubles256(right)))
                : Of(Sse2.UnpackLow(Doubles128(left), Doubles128(right)));
        }

        return Is512 ? Of(Avx512F.UnpackLow(Singles512(left), Singles512(right)))
            : Is256 ? Of(Avx.UnpackLow(Singles256(left), Singles256(right)))
            : Of(Sse.UnpackLow(Singles128(left), Singles128(right)));
    }

    /// <summary>In each block the upper half of the elements of two, taken in turn.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector UnpackHigh(TVector left, TVector right)
    {
        if (typeof(T) == typeof(double))
        {
            return Is512 ? Of(Avx512F.UnpackHigh(Doubles512(left), Doubles512(right)))
                : Is256 ? Of(Avx.UnpackHigh(Doubles256(left), Doubles256(right)))
                : Of(Sse2.UnpackHigh(Doubles128(left), Doubles128(right)));
        }

        return Is512 ? Of(Avx512F.UnpackHigh(Singles512(left), Singles512(right)))
            : Is256 ? Of(Avx.UnpackHigh(Singles256(left), Singles256(right)))
            : Of(Sse.UnpackHigh(Singles128(left), Singles128(right)));
    }

    /// <summary>In each block of floats two elements of <paramref name="left"/>, then two of <paramref name="right"/>.</summary>
    /// <param name="left">The first vector.</param>
    /// <param name="right">The second vector.</param>
    /// <param name="control">The index of each element in its block, two bits each, that of the first element lowest.</param>
    [MethodImpl(AggressiveInlining)]
    public static TVector ShuffleSingles(TVector left, TVector right, [ConstantExpected] byte control) =>
        Is512 ? Of(Avx512F.Shuffle(Singles512(left), Singles512(right), control))
        : Is256 ? Of(Avx.Shuffle(Singles256(left), Singles256(right), control))
        : Of(Sse.Shuffle(Singles128(left), Singles128(right), control));

    /// <summary>In each block of doubles the lower one of <paramref name="left"/> and the upper one of <paramref name="right"/>.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector LowAndHigh(TVector left, TVector right) =>
        Is512 ? Of(Avx512F.Shuffle(Doubles512(left), Doubles512(right), 0b10_10_10_10))
        : Is256 ? Of(Avx.Shuffle(Doubles256(left), Doubles256(right), 0b10_10))
        : Of(Sse2.Shuffle(Doubles128(left), Doubles128(right), 0b10));

    /// <summary>In each block of doubles the upper one of <paramref name="left"/> and the lower one of <paramref name="right"/>.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector HighAndLow(TVector left, TVector right) =>
        Is512 ? Of(Avx512F.Shuffle(Doubles512(left), Doubles512(right), 0b01_01_01_01))
        : Is256 ? Of(Avx.Shuffle(Doubles256(left), Doubles256(right), 0b01_01))
        : Of(Sse2.Shuffle(Doubles128(left), Doubles128(right), 0b01));

    [MethodImpl(AggressiveInlining)]
    private static TVector Of<TOther>(TOther value)
        where TOther : struct => Unsafe.BitCast<TOther, TVector>(value);

    [MethodImpl(AggressiveInlining)]
    private static Vector512<float> Singles512(TVector value) => Unsafe.BitCast<TVector, Vector512<float>>(value);

    [MethodImpl(AggressiveInlining)]
    private static Vector256<float> Singles256(TVector value) => Unsafe.BitCast<TVector, Vector256<float>>(value);

    [MethodImpl(AggressiveInlining)]
    private static Vector128<float> Singles128(TVector value) => Unsafe.BitCast<TVector, Vector128<float>>(value);

    [MethodImpl(AggressiveInlining)]
    private static Vector512<double> Doubles512(TVector value) => Unsafe.BitCast<TVector, Vector512<double>>(value);

    [MethodImpl(AggressiveInlining)]
    private static Vector256<double> Doubles256(TVector value) => Unsafe.BitCast<TVector, Vector256<double>>(value);

    [MethodImpl(AggressiveInlining)]
    private static Vector128<double> Doubles128(TVector value) => Unsafe.BitCast<TVector, Vector128<double>>(value);
}
