using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>(x − c) − d, in this order: c may be far larger than d.</summary>
internal readonly struct LessBoth<T> : IRowTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector x, TVector y, TVector c, TVector d)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Subtract(TSimd.Subtract(x, c), d);
}
