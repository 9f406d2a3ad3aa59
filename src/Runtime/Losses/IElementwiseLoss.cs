using System.Numerics;

namespace NetGen.Losses;

/// <summary>
/// A loss that is a sum over the outputs: the term of one output and its derivative, written once over
/// <see cref="ISimd{TVector, T}"/>. <see cref="ElementwiseLoss{TLoss, T}"/> makes an <see cref="ILoss{T}"/> of it.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public interface IElementwiseLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>l(o, t), elementwise.</summary>
    /// <param name="o">Outputs of the network.</param>
    /// <param name="t">Targets.</param>
    static abstract TVector Invoke<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>;

    /// <summary>∂l/∂o, elementwise.</summary>
    /// <param name="o">Outputs of the network.</param>
    /// <param name="t">Targets.</param>
    static abstract TVector Derivative<TVector, TSimd>(TVector o, TVector t)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>;
}
