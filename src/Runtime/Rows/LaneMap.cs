using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>Which elements of a row are in which lanes, and which lanes repeat an element that another one has.</summary>
internal static class LaneMap<TVector, TSimd, T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static ReadOnlySpan<float> SingleIndices => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    private static ReadOnlySpan<double> DoubleIndices => [0, 1, 2, 3, 4, 5, 6, 7];

    /// <summary>0, 1, 2, …</summary>
    public static TVector Indices
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float)
            ? TSimd.Load(in Unsafe.As<float, T>(ref MemoryMarshal.GetReference(SingleIndices)), 0)
            : TSimd.Load(in Unsafe.As<double, T>(ref MemoryMarshal.GetReference(DoubleIndices)), 0);
    }

    /// <summary>The element of each lane where one vector holds a row of <paramref name="length"/> (<see cref="ILanes{TVector, T}"/>).</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Elements(nuint length)
    {
        nuint half = (nuint)TSimd.Count / 2;
        TVector indices = Indices;
        TVector fromEnd = TSimd.Add(indices, Number((nint)(length - (2 * half))));
        return TSimd.Select(TSimd.LessThan(indices, Number((nint)half)), indices, fromEnd);
    }

    /// <summary>All bits set in one lane of each element, where one vector holds a row of <paramref name="length"/>.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Distinct(nuint length)
    {
        nuint half = (nuint)TSimd.Count / 2;
        TVector indices = Indices;
        return TSimd.Or(
            TSimd.LessThan(indices, Number((nint)Math.Min(half, length))),
            TSimd.LessThanOrEqual(Number((nint)((3 * half) - length)), indices));
    }

    /// <summary>All bits set in the lanes from <paramref name="first"/> on.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector From(nuint first) => TSimd.LessThanOrEqual(Number((nint)first), Indices);

    /// <summary>1 where <paramref name="elements"/> is the label counted from <paramref name="start"/>, 0 elsewhere.</summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector OneHot(TVector elements, nint label, nuint start) =>
        TSimd.And(TSimd.Equals(elements, Number(label - (nint)start)), TSimd.Create(1.0));

    /// <summary>A number of 24 bits is exact in both precisions; a larger one stays larger than any index.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector Number(nint value) =>
        typeof(T) == typeof(float) ? TSimd.Create(Unsafe.BitCast<float, T>((int)value)) : TSimd.Create((double)(int)value);
}
