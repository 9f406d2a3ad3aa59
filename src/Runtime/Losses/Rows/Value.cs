using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Losses.Rows;

/// <summary>x.</summary>
internal readonly struct Value<T> : IRowFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector x, TVector y, TVector a, TVector b)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        x;
}
