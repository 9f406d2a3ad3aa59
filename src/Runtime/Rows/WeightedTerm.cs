using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>t·x, the part of a class in a cross-entropy. A target of 0 makes it 0, even where x is infinite.</summary>
internal static class WeightedTerm
{
    /// <summary>t·x, or 0 for t = 0 unless <paramref name="source"/> is NaN.</summary>
    /// <param name="t">Targets.</param>
    /// <param name="x">What they weigh.</param>
    /// <param name="source">The outputs that x is computed from: their NaN is not hidden by a target of 0.</param>
    [MethodImpl(AggressiveInlining)]
    public static TVector Of<T, TVector, TSimd>(TVector t, TVector x, TVector source)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        // A NaN compares unequal to itself.
        TVector isNothing = TSimd.And(TSimd.Equals(t, TSimd.Create(T.Zero)), TSimd.Equals(source, source));
        return TSimd.Select(isNothing, TSimd.Create(T.Zero), TSimd.Multiply(t, x));
    }
}
