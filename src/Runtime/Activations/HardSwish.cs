using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Activations;

/// <summary>a = z · clip(z/6 + ½, 0, 1) (Howard et al., 2019).</summary>
/// <remarks>a′ = z/3 + ½ for |z| &lt; 3, 0 below and 1 above, from the input.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct HardSwish<T> : IActivation<T>
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
        TVector gate = TSimd.Max(TSimd.Create(0.0), TSimd.Min(TSimd.Create(1.0), line));
        return TSimd.Multiply(TSimd.Max(TSimd.Create(-3.0), z), gate);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector line = TSimd.MultiplyAdd(z, 1.0 / 3, 0.5);
        TVector above = TSimd.And(TSimd.LessThanOrEqual(TSimd.Create(3.0), z), TSimd.Create(1.0));
        return TSimd.Select(TSimd.LessThan(TSimd.Abs(z), TSimd.Create(3.0)), line, above);
    }
}
