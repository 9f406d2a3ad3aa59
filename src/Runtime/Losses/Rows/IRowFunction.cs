using System.Numerics;

namespace NetGen.Losses.Rows;

/// <summary>What a row-wise computation does to one element: f(x, y) with two numbers a and b that hold for the row.</summary>
internal interface IRowFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>f(x, y; a, b), elementwise.</summary>
    static abstract TVector Invoke<TVector, TSimd>(TVector x, TVector y, TVector a, TVector b)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>;
}
