using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Activations;

/// <summary>a = z / (1 + |z|).</summary>
/// <remarks>a′ = 1/(1 + |z|)² = (1 − |a|)², from the output alone.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct Softsign<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Beyond it a rounds to ±1; bounding z there keeps ∞/∞ away.</summary>
    private const double Saturated = 1e30;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector bounded = TSimd.Max(TSimd.Create(-Saturated), TSimd.Min(TSimd.Create(Saturated), z));
        return TSimd.Divide(bounded, TSimd.Add(TSimd.Create(1.0), TSimd.Abs(bounded)));
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector rest = TSimd.Subtract(TSimd.Create(1.0), TSimd.Abs(a));
        return TSimd.Multiply(rest, rest);
    }
}
