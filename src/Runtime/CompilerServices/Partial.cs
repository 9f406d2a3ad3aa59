using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// The first lanes of vectors, for the end of a row: only <c>count</c> elements of memory are touched. The count is a constant
/// in generated code, so what is left of a call is one store per power of two.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Partial
{
    /// <summary>Writes the first <paramref name="count"/> lanes.</summary>
    /// <param name="value">The vector.</param>
    /// <param name="destination">Where the first lane goes.</param>
    /// <param name="count">Number of lanes, from 1.</param>
    [MethodImpl(AggressiveInlining)]
    public static void Store<T>(Vector512<T> value, ref T destination, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (count >= Vector256<T>.Count)
        {
            value.GetLower().StoreUnsafe(ref destination);
            if (count > Vector256<T>.Count)
            {
                Store(value.GetUpper(), ref Unsafe.Add(ref destination, Vector256<T>.Count), count - Vector256<T>.Count);
            }
        }
        else
        {
            Store(value.GetLower(), ref destination, count);
        }
    }

    /// <inheritdoc cref="Store{T}(Vector512{T}, ref T, int)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store<T>(Vector256<T> value, ref T destination, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (count >= Vector128<T>.Count)
        {
            value.GetLower().StoreUnsafe(ref destination);
            if (count > Vector128<T>.Count)
            {
                Store(value.GetUpper(), ref Unsafe.Add(ref destination, Vector128<T>.Count), count - Vector128<T>.Count);
            }
        }
        else
        {
            Store(value.GetLower(), ref destination, count);
        }
    }

    /// <inheritdoc cref="Store{T}(Vector512{T}, ref T, int)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store<T>(Vector128<T> value, ref T destination, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (count >= Vector128<T>.Count)
        {
            value.StoreUnsafe(ref destination);
        }
        else if (count >= 2)
        {
            StorePair(value, ref destination);
            if (count == 3)
            {
                Unsafe.Add(ref destination, 2) = value.GetElement(2);
            }
        }
        else
        {
            destination = value.ToScalar();
        }
    }

    /// <summary>Reads two elements into the first lanes; the others are 0.</summary>
    /// <param name="source">The first element.</param>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<float> LoadPair(ref readonly float source) =>
        Vector128.CreateScalar(Unsafe.ReadUnaligned<double>(in Unsafe.As<float, byte>(ref Unsafe.AsRef(in source)))).AsSingle();

    /// <summary>Two Singles go as one Double: 64-bit vectors would take a detour through the stack. In Double two are a whole vector.</summary>
    [MethodImpl(AggressiveInlining)]
    private static void StorePair<T>(Vector128<T> value, ref T destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Unsafe.WriteUnaligned(ref Unsafe.As<T, byte>(ref destination), value.AsDouble().ToScalar());

    /// <summary>Adds the first <paramref name="count"/> lanes to memory.</summary>
    /// <param name="value">The vector.</param>
    /// <param name="destination">Where the first lane is added.</param>
    /// <param name="count">Number of lanes, from 1.</param>
    [MethodImpl(AggressiveInlining)]
    public static void Add<T>(Vector512<T> value, ref T destination, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (count >= Vector256<T>.Count)
        {
            Add(value.GetLower(), ref destination, Vector256<T>.Count);
            if (count > Vector256<T>.Count)
            {
                Add(value.GetUpper(), ref Unsafe.Add(ref destination, Vector256<T>.Count), count - Vector256<T>.Count);
            }
        }
        else
        {
            Add(value.GetLower(), ref destination, count);
        }
    }

    /// <inheritdoc cref="Add{T}(Vector512{T}, ref T, int)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Add<T>(Vector256<T> value, ref T destination, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (count == Vector256<T>.Count)
        {
            (Vector256.LoadUnsafe(ref destination) + value).StoreUnsafe(ref destination);
        }
        else if (count >= Vector128<T>.Count)
        {
            Add(value.GetLower(), ref destination, Vector128<T>.Count);
            if (count > Vector128<T>.Count)
            {
                Add(value.GetUpper(), ref Unsafe.Add(ref destination, Vector128<T>.Count), count - Vector128<T>.Count);
            }
        }
        else
        {
            Add(value.GetLower(), ref destination, count);
        }
    }

    /// <inheritdoc cref="Add{T}(Vector512{T}, ref T, int)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Add<T>(Vector128<T> value, ref T destination, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (count >= Vector128<T>.Count)
        {
            (Vector128.LoadUnsafe(ref destination) + value).StoreUnsafe(ref destination);
            return;
        }

        destination += value.ToScalar();
        if (count >= 2)
        {
            Unsafe.Add(ref destination, 1) += value.GetElement(1);
        }

        if (count >= 3)
        {
            Unsafe.Add(ref destination, 2) += value.GetElement(2);
        }
    }
}
