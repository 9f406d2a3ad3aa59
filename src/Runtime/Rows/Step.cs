using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Rows;

/// <summary>The derivative of max(0, z): 1 for z &gt; 0, 0 for z ≤ 0, NaN for NaN.</summary>
internal static class Step
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<T, TVector, TSimd>(TVector z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector zero = TSimd.Create(T.Zero);
        TVector notPositive = TSimd.Select(TSimd.LessThanOrEqual(z, zero), zero, z);
        return TSimd.Select(TSimd.LessThan(zero, z), TSimd.Create(T.One), notPositive);
    }
}
