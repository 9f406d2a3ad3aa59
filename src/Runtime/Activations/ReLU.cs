using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Activations;

/// <summary>a = max(0, z).</summary>
/// <remarks>a′ = 1 for a &gt; 0, 0 otherwise, from the output alone.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct ReLU<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
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
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.And(TSimd.LessThan(TSimd.Create(0.0), a), TSimd.Create(1.0));
}
