using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Activations;

/// <summary>a = z · sigmoid(z), also known as Swish (Elfwing, Uchibe and Doya, 2018).</summary>
/// <remarks>a′ = s + z·s(1 − s), s = sigmoid(z), with s(1 − s) from sigmoid(−|z|), which keeps its digits; from the input.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct SiLU<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Beyond it the sigmoid rounds to 0 or 1.</summary>
    private const double Saturated = 1000;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Multiply(TSimd.Max(TSimd.Create(-Saturated), z), TSimd.Sigmoid(z));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector bounded = TSimd.Max(TSimd.Create(-Saturated), TSimd.Min(TSimd.Create(Saturated), z));
        TVector tail = TSimd.Sigmoid(TSimd.Or(bounded, TSimd.Create(-0.0)));
        TVector rest = TSimd.Subtract(TSimd.Create(1.0), tail);
        TVector bell = TSimd.Multiply(tail, rest);
        TVector s = TSimd.Select(TSimd.LessThan(bounded, TSimd.Create(0.0)), tail, rest);
        return TSimd.MultiplyAdd(bounded, bell, s);
    }
}
