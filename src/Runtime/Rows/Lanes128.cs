using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>A row in 128 bits.</summary>
internal readonly struct Lanes128<T> : ILanes<Vector128<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static nuint Half
    {
        [MethodImpl(AggressiveInlining)]
        get => (nuint)Vector128<T>.Count / 2;
    }

    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Load(ref readonly T row, nuint length)
    {
        ref T start = ref Unsafe.AsRef(in row);
        return Vector128.Create(Bits(ref start), Bits(ref Unsafe.Add(ref start, length - Half))).As<double, T>();
    }

    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector128<T> value, ref T row, nuint length)
    {
        if (length == (nuint)Vector128<T>.Count)
        {
            value.StoreUnsafe(ref row);
            return;
        }

        Vector128<double> bits = value.As<T, double>();
        Bits(ref Unsafe.Add(ref row, length - Half)) = bits.GetElement(1);
        Bits(ref row) = bits.ToScalar();
    }

    [MethodImpl(AggressiveInlining)]
    public static T Max(Vector128<T> value)
    {
        value = Vector128.MaxNative(value, UpperHalf(value));
        return typeof(T) == typeof(float) ? Vector128.MaxNative(value, SecondLane(value)).ToScalar() : value.ToScalar();
    }

    [MethodImpl(AggressiveInlining)]
    public static T Sum(Vector128<T> value)
    {
        value += UpperHalf(value);
        return typeof(T) == typeof(float) ? (value + SecondLane(value)).ToScalar() : value.ToScalar();
    }

    [MethodImpl(AggressiveInlining)]
    private static Vector128<T> UpperHalf(Vector128<T> value) =>
        Vector128.Shuffle(value.As<T, double>(), Vector128.Create(1L, 1L)).As<double, T>();

    [MethodImpl(AggressiveInlining)]
    private static Vector128<T> SecondLane(Vector128<T> value) =>
        Vector128.Shuffle(value.As<T, float>(), Vector128.Create(1, 1, 3, 3)).As<float, T>();

    /// <summary>Half a vector of elements, which may start at any of them.</summary>
    [MethodImpl(AggressiveInlining)]
    private static ref double Bits(ref T start) => ref Unsafe.As<T, double>(ref start);
}
