using System.Numerics;

namespace NetGen.Rows;

/// <summary>
/// A short row in one vector: a length of at least half the lanes. Its first and its last elements fill half of the vector
/// each, so that nothing outside the row is touched; <see cref="LaneMap{TVector, TSimd, T}"/> tells which lanes repeat an
/// element.
/// </summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal interface ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Reads a row of <paramref name="length"/> elements.</summary>
    static abstract TVector Load(ref readonly T row, nuint length);

    /// <summary>
    /// Writes a row of <paramref name="length"/> elements; lanes of one element are equal. A whole vector is written at once, and
    /// the first half of a shorter row last, so that vectors that the next kernel reads from its start lie in one store: across
    /// two it would wait until both are in the cache.
    /// </summary>
    static abstract void Store(TVector value, ref T row, nuint length);

    /// <summary>The largest lane; a NaN may or may not come through.</summary>
    static abstract T Max(TVector value);

    /// <summary>The sum of the lanes.</summary>
    static abstract T Sum(TVector value);
}
