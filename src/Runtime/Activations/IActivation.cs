using System.Numerics;

namespace NetGen;

/// <summary>
/// An activation function: its value and its derivative, written once over <see cref="ISimd{TVector, T}"/> and inlined
/// at every vector width. Implement it with an empty struct and name the struct in <see cref="NetworkAttribute"/> by
/// <c>typeof</c>; a struct that is generic in <typeparamref name="T"/> (<c>typeof(Mine&lt;&gt;)</c>) serves both precisions.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public interface IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>a = f(z), elementwise.</summary>
    /// <param name="z">Pre-activations.</param>
    static abstract TVector Invoke<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>;

    /// <summary>f′(z), elementwise.</summary>
    /// <param name="z">Pre-activations.</param>
    /// <param name="a">The outputs f(z), for functions whose derivative is cheaper from them.</param>
    static abstract TVector Derivative<TVector, TSimd>(TVector z, TVector a)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>;
}
