using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>Single elements, where the machine has no vectors.</summary>
internal readonly struct LanesScalar<T> : ILanes<T, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(AggressiveInlining)]
    public static T Load(ref readonly T row, nuint length) => row;

    [MethodImpl(AggressiveInlining)]
    public static void Store(T value, ref T row, nuint length) => row = value;

    [MethodImpl(AggressiveInlining)]
    public static T Max(T value) => value;

    [MethodImpl(AggressiveInlining)]
    public static T Sum(T value) => value;
}
