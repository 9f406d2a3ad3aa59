using System.Numerics;

namespace NetGen.Rows;

/// <summary>One element's part in a walk over a row: f(x, y) with two numbers that are the same for the whole row.</summary>
internal interface IRowTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    static abstract TVector Invoke<TVector, TSimd>(TVector x, TVector y, TVector c, TVector d)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>;
}
