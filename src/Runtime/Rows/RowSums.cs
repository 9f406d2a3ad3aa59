using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>The sums of as many rows as a vector has lanes, one lane for each row, and 1 in the rest.</summary>
internal struct RowSums<TVector, TSimd, T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The first sum of each row.</summary>
    public TVector First;

    /// <summary>The second sum of each row.</summary>
    public TVector Second;

    /// <summary>0 in the lane of the next row.</summary>
    private TVector _distance;

    [MethodImpl(AggressiveInlining)]
    public RowSums()
    {
        First = TSimd.Create(1.0);
        Second = First;
        _distance = LaneMap<TVector, TSimd, T>.Indices;
    }

    /// <summary>Puts the sums of the next row into its lane.</summary>
    [MethodImpl(AggressiveInlining)]
    public void Add(T first, T second)
    {
        TVector isNext = TSimd.Equals(_distance, TSimd.Create(0.0));
        First = TSimd.Select(isNext, TSimd.Create(first), First);
        Second = TSimd.Select(isNext, TSimd.Create(second), Second);
        _distance = TSimd.Subtract(_distance, TSimd.Create(1.0));
    }
}
