using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Elementary;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// A softmax or log-softmax of a row that lies in one vector, the last step of a generated kernel: the row is in registers
/// anyway, and few calls are left for the JIT to inline. Called by generated code.
/// </summary>
/// <typeparam name="TActivation">The activation.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowActivate<TActivation, T>
    where TActivation : struct, IRowActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>a = f(z) of the lanes that belong to the row.</summary>
    /// <param name="z">Pre-activations.</param>
    /// <param name="row">A mask of the lanes that belong to the row.</param>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> z, Vector512<T> row)
    {
        Vector512<T> inside = Vector512.ConditionalSelect(row, z, Vector512.Create(T.NegativeInfinity));
        Vector128<T> max = Max(Vector256.MaxNative(inside.GetLower(), inside.GetUpper()));
        Vector512<T> shifted = z - Vector512.Create(max.ToScalar());
        Vector512<T> exponentials = Exponential<Vector512<T>, Simd512<T>, T>.ExpOfNonPositive(shifted) & row;
        Vector128<T> sum = Sum(exponentials.GetLower() + exponentials.GetUpper());
        return TActivation.OfExponentials<Vector512<T>, Simd512<T>>(shifted, exponentials, Vector512.Create(sum.ToScalar()));
    }

    /// <inheritdoc cref="Invoke(Vector512{T}, Vector512{T})"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Invoke(Vector256<T> z, Vector256<T> row)
    {
        Vector128<T> max = Max(Vector256.ConditionalSelect(row, z, Vector256.Create(T.NegativeInfinity)));
        Vector256<T> shifted = z - Vector256.Create(max.ToScalar());
        Vector256<T> exponentials = Exponential<Vector256<T>, Simd256<T>, T>.ExpOfNonPositive(shifted) & row;
        return TActivation.OfExponentials<Vector256<T>, Simd256<T>>(shifted, exponentials, Vector256.Create(Sum(exponentials).ToScalar()));
    }

    /// <inheritdoc cref="Invoke(Vector512{T}, Vector512{T})"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Invoke(Vector128<T> z, Vector128<T> row)
    {
        Vector128<T> shifted = z - Max(Vector128.ConditionalSelect(row, z, Vector128.Create(T.NegativeInfinity)));
        Vector128<T> exponentials = Exponential<Vector128<T>, Simd128<T>, T>.ExpOfNonPositive(shifted) & row;
        return TActivation.OfExponentials<Vector128<T>, Simd128<T>>(shifted, exponentials, Sum(exponentials));
    }

    [MethodImpl(AggressiveInlining)]
    private static Vector128<T> Max(Vector256<T> value) => Max(Vector128.MaxNative(value.GetLower(), value.GetUpper()));

    /// <summary>The largest lane in each lane. A NaN may or may not come through: the exponentials carry it to the result.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector128<T> Max(Vector128<T> value)
    {
        value = Vector128.MaxNative(value, Halves(value));
        return typeof(T) == typeof(float) ? Vector128.MaxNative(value, Pairs(value)) : value;
    }

    [MethodImpl(AggressiveInlining)]
    private static Vector128<T> Sum(Vector256<T> value) => Sum(value.GetLower() + value.GetUpper());

    /// <summary>The sum in each lane.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector128<T> Sum(Vector128<T> value)
    {
        value += Halves(value);
        return typeof(T) == typeof(float) ? value + Pairs(value) : value;
    }

    /// <summary>The halves exchanged. The casts are those of <see cref="Simd512{T}"/>.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector128<T> Halves(Vector128<T> value) => typeof(T) == typeof(float)
        ? (Vector128<T>)(object)Vector128.Shuffle((Vector128<float>)(object)value, Vector128.Create(2, 3, 0, 1))
        : HalvesInDouble(value);

    /// <summary>The halves exchanged, of double precision.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector128<T> HalvesInDouble(Vector128<T> value) =>
        (Vector128<T>)(object)Vector128.Shuffle((Vector128<double>)(object)value, Vector128.Create(1L, 0L));

    /// <summary>The neighbours exchanged, of single precision.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector128<T> Pairs(Vector128<T> value) =>
        (Vector128<T>)(object)Vector128.Shuffle((Vector128<float>)(object)value, Vector128.Create(1, 0, 3, 2));
}
