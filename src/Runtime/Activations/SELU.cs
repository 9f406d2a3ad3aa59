using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Activations;

/// <summary>a = λz for z &gt; 0, λα(eᶻ − 1) otherwise, with the λ and α of Klambauer et al. (2017).</summary>
/// <remarks>a′ = λ for z &gt; 0, a + λα otherwise. a has the sign of z and may be passed for it.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct SELU<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Lambda = 1.0507009873554804934193349852946;

    private const double LambdaAlpha = Lambda * 1.6732632423543772848170429916717;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector positive = TSimd.Multiply(TSimd.Create(Lambda), z);
        TVector negative = TSimd.Multiply(TSimd.Create(LambdaAlpha), TSimd.Expm1(z));
        return TSimd.Select(TSimd.LessThan(TSimd.Create(0.0), z), positive, negative);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector negative = TSimd.Add(a, TSimd.Create(LambdaAlpha));
        return TSimd.Select(TSimd.LessThan(TSimd.Create(0.0), z), TSimd.Create(Lambda), negative);
    }
}
