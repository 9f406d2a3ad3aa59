using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Activations;

/// <summary>a = clip(z/6 + ½, 0, 1) (the definition of PyTorch, not that of Keras).</summary>
/// <remarks>a′ = 1/6 for 0 &lt; a &lt; 1, 0 otherwise, from the output alone.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct HardSigmoid<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        // Not fused: the product rounds to ±½ at ±3, where the clip must be exact.
        TVector line = TSimd.Add(TSimd.Multiply(z, TSimd.Create(1.0 / 6)), TSimd.Create(0.5));
        return TSimd.Max(TSimd.Create(0.0), TSimd.Min(TSimd.Create(1.0), line));
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector inside = TSimd.And(TSimd.LessThan(TSimd.Create(0.0), a), TSimd.LessThan(a, TSimd.Create(1.0)));
        return TSimd.And(inside, TSimd.Create(1.0 / 6));
    }
}
