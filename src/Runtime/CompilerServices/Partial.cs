using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// The first lanes of vectors, for the end of a row: only <c>count</c> elements of memory are touched. The count is a constant
/// in generated code, so what is left of a call is one store per power of two.
/// </summary>
/// <remarks>Not generic, as <see cref="LaneSums"/> says.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Partial
{
    /// <summary>Writes the first <paramref name="count"/> lanes.</summary>
    /// <param name="value">The vector.</param>
    /// <param name="destination">Where the first lane goes.</param>
    /// <param name="count">Number of lanes, from 1.</param>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector512<float> value, ref float destination, int count)
    {
        if (count >= Vector256<float>.Count)
        {
            value.GetLower().StoreUnsafe(ref destination);
            if (count > Vector256<float>.Count)
            {
                Store(value.GetUpper(), ref Unsafe.Add(ref destination, Vector256<float>.Count), count - Vector256<float>.Count);
            }
        }
        else
        {
            Store(value.GetLower(), ref destination, count);
        }
    }

    /// <inheritdoc cref="Store(Vector512{float}, ref float, int)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector256<float> value, ref float destination, int count)
    {
        if (count >= Vector128<float>.Count)
        {
            value.GetLower().StoreUnsafe(ref destination);
            if (count > Vector128<float>.Count)
            {
                Store(value.GetUpper(), ref Unsafe.Add(ref destination, Vector128<float>.Count), count - Vector128<float>.Count);
            }
        }
        else
        {
            Store(value.GetLower(), ref destination, count);
        }
    }

    /// <inheritdoc cref="Store(Vector512{float}, ref float, int)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector128<float> value, ref float destination, int count)
    {
        if (count >= Vector128<float>.Count)
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
    private static void StorePair(Vector128<float> value, ref float destination) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref destination), value.AsDouble().ToScalar());

    /// <summary>Adds the first <paramref name="count"/> lanes to memory.</summary>
    /// <param name="value">The vector.</param>
    /// <param name="destination">Where the first lane is added.</param>
    /// <param name="count">Number of lanes, from 1.</param>
    [MethodImpl(AggressiveInlining)]
    public static void Add(Vector512<float> value, ref float destination, int count)
    {
        if (count >= Vector256<float>.Count)
        {
            Add(value.GetLower(), ref destination, Vector256<float>.Count);
            if (count > Vector256<float>.Count)
            {
                Add(value.GetUpper(), ref Unsafe.Add(ref destination, Vector256<float>.Count), count - Vector256<float>.Count);
            }
        }
        else
        {
            Add(value.GetLower(), ref destination, count);
        }
    }

    /// <inheritdoc cref="Add(Vector512{float}, ref float, int)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Add(Vector256<float> value, ref float destination, int count)
    {
        if (count == Vector256<float>.Count)
        {
            (Vector256.LoadUnsafe(ref destination) + value).StoreUnsafe(ref destination);
        }
        else if (count >= Vector128<float>.Count)
        {
            Add(value.GetLower(), ref destination, Vector128<float>.Count);
            if (count > Vector128<float>.Count)
            {
                Add(value.GetUpper(), ref Unsafe.Add(ref destination, Vector128<float>.Count), count - Vector128<float>.Count);
            }
        }
        else
        {
            Add(value.GetLower(), ref destination, count);
        }
    }

    /// <inheritdoc cref="Add(Vector512{float}, ref float, int)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Add(Vector128<float> value, ref float destination, int count)
    {
        if (count >= Vector128<float>.Count)
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
