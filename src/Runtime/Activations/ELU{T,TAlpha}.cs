using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Activations;

/// <summary>a = z for z &gt; 0, α(eᶻ − 1) otherwise (Clevert, Unterthiner and Hochreiter, 2016).</summary>
/// <remarks>a′ = 1 for z &gt; 0, a + α otherwise. For α of 0 or more, a has the sign of z and may be passed for it.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TAlpha">The value −a tends to at −∞.</typeparam>
public readonly struct ELU<T, TAlpha> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TAlpha : struct, IConstant<T>
{
    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector negative = TSimd.Multiply(TSimd.Create(TAlpha.Value), TSimd.Expm1(z));
        return TSimd.Select(TSimd.LessThan(TSimd.Create(0.0), z), z, negative);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector negative = TSimd.Add(a, TSimd.Create(TAlpha.Value));
        return TSimd.Select(TSimd.LessThan(TSimd.Create(0.0), z), TSimd.Create(1.0), negative);
    }
}
