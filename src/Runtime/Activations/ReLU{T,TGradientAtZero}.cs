using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Activations;

/// <summary>a = max(0, z), with a chosen subgradient at 0.</summary>
/// <remarks>a′ = 1 for z &gt; 0, 0 for z &lt; 0 and <typeparamref name="TGradientAtZero"/> at ±0; from the input.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TGradientAtZero">The derivative at 0, in [0, 1].</typeparam>
public readonly struct ReLU<T, TGradientAtZero> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TGradientAtZero : struct, IConstant<T>
{
    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Max(TSimd.Create(0.0), z);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector zero = TSimd.Create(0.0);
        TVector step = TSimd.And(TSimd.LessThan(zero, z), TSimd.Create(1.0));
        return TSimd.Select(TSimd.Equals(z, zero), TSimd.Create(TGradientAtZero.Value), step);
    }
}
