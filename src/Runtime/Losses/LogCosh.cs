using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Losses;

/// <summary>l = ln cosh d with d = o − t; ∂l/∂o = tanh d.</summary>
/// <remarks>
/// Computed from e = e^(−|d|) − 1 as ln(1 + e²/(2(1 + e))) for |d| &lt; 1, which keeps the digits of small differences,
/// and as |d| − ln 2 + ln(1 + (1 + e)²) beyond, which cannot overflow.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct LogCosh<T> : IElementwiseLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Ln2 = 0.69314718055994530942;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector one = TSimd.Create(T.One);
        TVector distance = TSimd.Abs(TSimd.Subtract(o, t));
        TVector e = TSimd.Expm1(TSimd.Negate(distance));
        TVector decay = TSimd.Add(one, e);
        TVector near = TSimd.Divide(TSimd.Multiply(e, e), TSimd.Add(decay, decay));
        TVector far = TSimd.Multiply(decay, decay);
        TVector isNear = TSimd.LessThan(distance, one);
        TVector asymptote = TSimd.Select(isNear, TSimd.Create(T.Zero), TSimd.Subtract(distance, TSimd.Create(Ln2)));
        return TSimd.Add(asymptote, TSimd.Log1p(TSimd.Select(isNear, near, far)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Tanh(TSimd.Subtract(o, t));
}
