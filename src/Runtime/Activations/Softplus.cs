using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Activations;

/// <summary>a = ln(1 + eᶻ), stable for every z.</summary>
/// <remarks>a′ = sigmoid(z), from the input.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct Softplus<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Softplus(z);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Sigmoid(z);
}
