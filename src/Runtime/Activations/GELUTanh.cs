using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Activations;

/// <summary>
/// a = z/2 · (1 + tanh u), u = √(2/π)(z + 0.044715 z³), the tanh approximation of GELU (Hendrycks and Gimpel, 2016),
/// computed as z·sigmoid(2u), which does not cancel below 0.
/// </summary>
/// <remarks>
/// a′ = s + z·s(1 − s)·2u′, s = sigmoid(2u), u′ = √(2/π)(1 + 3·0.044715 z²), with s(1 − s) from sigmoid(−|2u|), which keeps
/// its digits; from the input.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct GELUTanh<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>2√(2/π).</summary>
    private const double TwiceRoot = 1.5957691216057307117597842397375;

    private const double Cubic = 0.044715;

    /// <summary>Beyond it the sigmoid rounds to 0 or 1.</summary>
    private const double Saturated = 40;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector bounded = TSimd.Max(TSimd.Create(-Saturated), z);
        return TSimd.Multiply(bounded, Gate<TVector, TSimd>(bounded));
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector bounded = TSimd.Max(TSimd.Create(-Saturated), TSimd.Min(TSimd.Create(Saturated), z));
        TVector square = TSimd.Multiply(bounded, bounded);
        TVector slope = TSimd.MultiplyAdd(square, 3 * TwiceRoot * Cubic, TwiceRoot);
        TVector tail = Gate<TVector, TSimd>(TSimd.Or(bounded, TSimd.Create(-0.0)));
        TVector rest = TSimd.Subtract(TSimd.Create(1.0), tail);
        TVector bell = TSimd.Multiply(tail, rest);
        TVector s = TSimd.Select(TSimd.LessThan(bounded, TSimd.Create(0.0)), tail, rest);
        return TSimd.MultiplyAdd(TSimd.Multiply(bounded, slope), bell, s);
    }

    /// <summary>sigmoid(2u).</summary>
    [MethodImpl(AggressiveInlining)]
    private static TVector Gate<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector slope = TSimd.MultiplyAdd(TSimd.Multiply(z, z), TwiceRoot * Cubic, TwiceRoot);
        return TSimd.Sigmoid(TSimd.Multiply(z, slope));
    }
}
