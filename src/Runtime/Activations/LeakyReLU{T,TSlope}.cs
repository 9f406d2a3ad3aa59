using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Activations;

/// <summary>a = z for z &gt; 0, slope · z otherwise.</summary>
/// <remarks>a′ = 1 for z &gt; 0, the slope otherwise. For a slope of 0 or more, a has the sign of z and may be passed for it.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TSlope">The slope below 0.</typeparam>
public readonly struct LeakyReLU<T, TSlope> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TSlope : struct, IConstant<T>
{
    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Select(TSimd.LessThan(TSimd.Create(0.0), z), z, TSimd.Multiply(TSimd.Create(TSlope.Value), z));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Select(TSimd.LessThan(TSimd.Create(0.0), z), TSimd.Create(1.0), TSimd.Create(TSlope.Value));
}
