using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Activations;

/// <summary>
/// a = z · tanh(softplus(z)) (Misra, 2019), computed without a logarithm: with e = eᶻ and w = e(e + 2),
/// tanh(ln(1 + e)) = w / (w + 2).
/// </summary>
/// <remarks>a′ = w/(w + 2) + z · 4e(e + 1)/(w + 2)²; from the input.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct Mish<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Above it the gate tanh(softplus(z)) rounds to 1, and w² would soon overflow.</summary>
    private const double Saturated = 30;

    /// <summary>Below it eᶻ rounds to 0.</summary>
    private const double Lowest = -1000;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector e = Power<TVector, TSimd>(z);
        TVector w = TSimd.Multiply(e, TSimd.Add(e, TSimd.Create(2.0)));
        TVector gate = TSimd.Divide(w, TSimd.Add(w, TSimd.Create(2.0)));
        return TSimd.Multiply(TSimd.Max(TSimd.Create(Lowest), z), gate);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector bounded = TSimd.Max(TSimd.Create(Lowest), TSimd.Min(TSimd.Create(Saturated), z));
        TVector e = Power<TVector, TSimd>(z);
        TVector w = TSimd.Multiply(e, TSimd.Add(e, TSimd.Create(2.0)));
        TVector inverse = TSimd.Divide(TSimd.Create(1.0), TSimd.Add(w, TSimd.Create(2.0)));
        TVector slope = TSimd.Multiply(TSimd.MultiplyAdd(e, e, e), TSimd.Multiply(TSimd.Multiply(inverse, inverse), TSimd.Create(4.0)));
        return TSimd.MultiplyAdd(bounded, slope, TSimd.Multiply(w, inverse));
    }

    [MethodImpl(AggressiveInlining)]
    private static TVector Power<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Exp(TSimd.Min(TSimd.Create(Saturated), z));
}
