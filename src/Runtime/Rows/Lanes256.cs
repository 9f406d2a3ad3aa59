using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>A row in 256 bits.</summary>
internal readonly struct Lanes256<T> : ILanes<Vector256<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Load(ref readonly T row, nuint length) =>
        Vector128.LoadUnsafe(in row).ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(in row, length - (nuint)Vector128<T>.Count));

    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector256<T> value, ref T row, nuint length)
    {
        if (length == (nuint)Vector256<T>.Count)
        {
            value.StoreUnsafe(ref row);
            return;
        }

        value.GetUpper().StoreUnsafe(ref row, length - (nuint)Vector128<T>.Count);
        value.GetLower().StoreUnsafe(ref row);
    }

    [MethodImpl(AggressiveInlining)]
    public static T Max(Vector256<T> value) => Lanes128<T>.Max(Vector128.MaxNative(value.GetLower(), value.GetUpper()));

    [MethodImpl(AggressiveInlining)]
    public static T Sum(Vector256<T> value) => Lanes128<T>.Sum(value.GetLower() + value.GetUpper());
}
