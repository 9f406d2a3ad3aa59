using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>A row in 512 bits.</summary>
internal readonly struct Lanes512<T> : ILanes<Vector512<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Load(ref readonly T row, nuint length) =>
        Vector256.LoadUnsafe(in row).ToVector512Unsafe().WithUpper(Vector256.LoadUnsafe(in row, length - (nuint)Vector256<T>.Count));

    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector512<T> value, ref T row, nuint length)
    {
        if (length == (nuint)Vector512<T>.Count)
        {
            value.StoreUnsafe(ref row);
            return;
        }

        value.GetUpper().StoreUnsafe(ref row, length - (nuint)Vector256<T>.Count);
        value.GetLower().StoreUnsafe(ref row);
    }

    [MethodImpl(AggressiveInlining)]
    public static T Max(Vector512<T> value) => Lanes256<T>.Max(Vector256.MaxNative(value.GetLower(), value.GetUpper()));

    [MethodImpl(AggressiveInlining)]
    public static T Sum(Vector512<T> value) => Lanes256<T>.Sum(value.GetLower() + value.GetUpper());
}
