using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>A row of one element in 128 bits: on most machines, scalar code is no faster, and it moves between kinds of registers.</summary>
internal readonly struct LanesSingle<T> : ILanes<Vector128<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Load(ref readonly T row, nuint length) => Vector128.Create(row);

    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector128<T> value, ref T row, nuint length) => row = value.ToScalar();

    [MethodImpl(AggressiveInlining)]
    public static T Max(Vector128<T> value) => value.ToScalar();

    [MethodImpl(AggressiveInlining)]
    public static T Sum(Vector128<T> value) => value.ToScalar();
}
