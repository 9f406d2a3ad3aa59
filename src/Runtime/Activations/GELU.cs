using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Activations;

/// <summary>a = z·Φ(z) = z/2 · (1 + erf(z/√2)), the exact Gaussian error linear unit (Hendrycks and Gimpel, 2016).</summary>
/// <remarks>a′ = Φ(z) + z·φ(z), φ(z) = e^(−z²/2)/√(2π); from the input.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct GELU<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double InverseRootTwo = 0.70710678118654752440;

    private const double InverseRootTwoPi = 0.39894228040143267794;

    /// <summary>Beyond it Φ rounds to 0 or 1, and φ(z) to 0.</summary>
    private const double Saturated = 40;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Multiply(TSimd.Max(TSimd.Create(-Saturated), z), Distribution<TVector, TSimd>(z));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector bounded = TSimd.Max(TSimd.Create(-Saturated), TSimd.Min(TSimd.Create(Saturated), z));
        TVector square = TSimd.Multiply(bounded, bounded);
        TVector density = TSimd.Multiply(TSimd.Exp(TSimd.Multiply(square, TSimd.Create(-0.5))), TSimd.Create(InverseRootTwoPi));
        return TSimd.MultiplyAdd(bounded, density, Distribution<TVector, TSimd>(bounded));
    }

    /// <summary>Φ(z), the normal distribution function.</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector Distribution<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector half = TSimd.Create(0.5);
        return TSimd.MultiplyAdd(half, TSimd.Erf(TSimd.Multiply(z, TSimd.Create(InverseRootTwo))), half);
    }
}
