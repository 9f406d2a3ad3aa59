using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Losses;

/// <summary>l = −(t ln o + (1 − t) ln(1 − o)) of a probability o; ∂l/∂o = −t/o + (1 − t)/(1 − o).</summary>
/// <remarks>
/// At o = 0 and o = 1 both stay finite, as PyTorch's do: a logarithm is at least −100, a divisor at least 10⁻¹². A term
/// whose factor t or 1 − t is 0 adds nothing. Behind a sigmoid, prefer <see cref="BinaryCrossEntropyWithLogits{T}"/>.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct BinaryCrossEntropy<T> : IElementwiseLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double SmallestLogarithm = -100;
    private const double SmallestDivisor = 1e-12;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector zero = TSimd.Create(T.Zero);
        TVector rest = TSimd.Subtract(TSimd.Create(T.One), t);
        TVector floor = TSimd.Create(SmallestLogarithm);
        TVector yes = TSimd.Multiply(t, TSimd.Max(floor, TSimd.Log(o)));
        TVector no = TSimd.Multiply(rest, TSimd.Max(floor, TSimd.Log1p(TSimd.Negate(o))));
        yes = TSimd.Select(TSimd.Equals(t, zero), zero, yes);
        no = TSimd.Select(TSimd.Equals(rest, zero), zero, no);
        return TSimd.Negate(TSimd.Add(yes, no));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector one = TSimd.Create(T.One);
        TVector floor = TSimd.Create(SmallestDivisor);
        TVector yes = TSimd.Divide(t, TSimd.Max(floor, o));
        TVector no = TSimd.Divide(TSimd.Subtract(one, t), TSimd.Max(floor, TSimd.Subtract(one, o)));
        return TSimd.Subtract(no, yes);
    }
}
