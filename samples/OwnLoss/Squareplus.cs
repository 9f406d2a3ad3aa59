using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen;

namespace OwnLoss;

/// <summary>An activation of one's own: a = ½(z + √(z² + 4)), a smooth ReLU without an exponential (Barron, 2021).</summary>
/// <remarks>a′ = a/√(z² + 4).</remarks>
public readonly struct Squareplus<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Multiply(TSimd.Create(0.5), TSimd.Add(z, Root<TVector, TSimd>(z)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Divide(a, Root<TVector, TSimd>(z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Root<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Sqrt(TSimd.MultiplyAdd(z, z, TSimd.Create(4.0)));
}
