using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>exp(x − c).</summary>
internal readonly struct ExpOfDifference<T> : IRowTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector x, TVector y, TVector c, TVector d)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Exp(TSimd.Subtract(x, c));
}
