using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <content>In double precision.</content>
public static partial class Partial
{
    /// <inheritdoc cref="Store(Vector512{float}, ref float, int)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector512<double> value, ref double destination, int count)
    {
        if (count >= Vector256<double>.Count)
        {
            value.GetLower().StoreUnsafe(ref destination);
            if (count > Vector256<double>.Count)
            {
                Store(value.GetUpper(), ref Unsafe.Add(ref destination, Vector256<double>.Count), count - Vector256<double>.Count);
            }
        }
        else
        {
            Store(value.GetLower(), ref destination, count);
        }
    }

    /// <inheritdoc cref="Store(Vector512{float}, ref float, int)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector256<double> value, ref double destination, int count)
    {
        if (count >= Vector128<double>.Count)
        {
            value.GetLower().StoreUnsafe(ref destination);
            if (count > Vector128<double>.Count)
            {
                Store(value.GetUpper(), ref Unsafe.Add(ref destination, Vector128<double>.Count), count - Vector128<double>.Count);
            }
        }
        else
        {
            Store(value.GetLower(), ref destination, count);
        }
    }

    /// <inheritdoc cref="Store(Vector512{float}, ref float, int)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector128<double> value, ref double destination, int count)
    {
        if (count >= Vector128<double>.Count)
        {
            value.StoreUnsafe(ref destination);
        }
        else
        {
            destination = value.ToScalar();
        }
    }

    /// <inheritdoc cref="Add(Vector512{float}, ref float, int)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Add(Vector512<double> value, ref double destination, int count)
    {
        if (count >= Vector256<double>.Count)
        {
            Add(value.GetLower(), ref destination, Vector256<double>.Count);
            if (count > Vector256<double>.Count)
            {
                Add(value.GetUpper(), ref Unsafe.Add(ref destination, Vector256<double>.Count), count - Vector256<double>.Count);
            }
        }
        else
        {
            Add(value.GetLower(), ref destination, count);
        }
    }

    /// <inheritdoc cref="Add(Vector512{float}, ref float, int)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Add(Vector256<double> value, ref double destination, int count)
    {
        if (count == Vector256<double>.Count)
        {
            (Vector256.LoadUnsafe(ref destination) + value).StoreUnsafe(ref destination);
        }
        else if (count >= Vector128<double>.Count)
        {
            Add(value.GetLower(), ref destination, Vector128<double>.Count);
            if (count > Vector128<double>.Count)
            {
                Add(value.GetUpper(), ref Unsafe.Add(ref destination, Vector128<double>.Count), count - Vector128<double>.Count);
            }
        }
        else
        {
            Add(value.GetLower(), ref destination, count);
        }
    }

    /// <inheritdoc cref="Add(Vector512{float}, ref float, int)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Add(Vector128<double> value, ref double destination, int count)
    {
        if (count >= Vector128<double>.Count)
        {
            (Vector128.LoadUnsafe(ref destination) + value).StoreUnsafe(ref destination);
            return;
        }

        destination += value.ToScalar();
    }
}
