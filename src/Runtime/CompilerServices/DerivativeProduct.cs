using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Elementary;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// The gradient of the outputs times the derivative of an activation, one vector in registers. Gradients below 2⁻¹¹⁰ in
/// magnitude (Single) or 2⁻⁹⁷⁰ (Double) are taken as 0, so that no denormal numbers arise, on which many processors are
/// slow; NaN stays NaN. Called by generated code.
/// </summary>
/// <typeparam name="TActivation">The activation.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DerivativeProduct<TActivation, T>
    where TActivation : struct, IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>gradient · f′(z) of 512 bits.</summary>
    /// <param name="gradient">∂L/∂a.</param>
    /// <param name="z">Pre-activations, or the outputs again where the derivative needs only those.</param>
    /// <param name="a">Outputs.</param>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> gradient, Vector512<T> z, Vector512<T> a) =>
        Of<Vector512<T>, Simd512<T>>(gradient, z, a);

    /// <inheritdoc cref="Invoke(Vector512{T}, Vector512{T}, Vector512{T})"/>
    /// <summary>gradient · f′(z) of 256 bits.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Invoke(Vector256<T> gradient, Vector256<T> z, Vector256<T> a) =>
        Of<Vector256<T>, Simd256<T>>(gradient, z, a);

    /// <inheritdoc cref="Invoke(Vector512{T}, Vector512{T}, Vector512{T})"/>
    /// <summary>gradient · f′(z) of 128 bits.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Invoke(Vector128<T> gradient, Vector128<T> z, Vector128<T> a) =>
        Of<Vector128<T>, Simd128<T>>(gradient, z, a);

    /// <inheritdoc cref="Invoke(Vector512{T}, Vector512{T}, Vector512{T})"/>
    /// <summary>gradient · f′(z) of the machine's vector.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Invoke(Vector<T> gradient, Vector<T> z, Vector<T> a) =>
        Of<Vector<T>, SimdVector<T>>(gradient, z, a);

    /// <inheritdoc cref="Invoke(Vector512{T}, Vector512{T}, Vector512{T})"/>
    /// <summary>gradient · f′(z) of one number.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Invoke(T gradient, T z, T a) => Of<T, SimdScalar<T>>(gradient, z, a);

    /// <summary>destination[i] = gradient[i] · f′(a[i]) of a vector, for derivatives from the outputs alone.</summary>
    /// <param name="gradient">∂L/∂a.</param>
    /// <param name="a">Outputs.</param>
    /// <param name="destination">Receives ∂L/∂z.</param>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector128<T> gradient, ref readonly T a, ref T destination)
    {
        Vector128<T> outputs = Vector128.LoadUnsafe(in a);
        Invoke(gradient, outputs, outputs).StoreUnsafe(ref destination);
    }

    /// <inheritdoc cref="Store(Vector128{T}, ref readonly T, ref T)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector256<T> gradient, ref readonly T a, ref T destination)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<T> outputs = Vector256.LoadUnsafe(in a);
            Invoke(gradient, outputs, outputs).StoreUnsafe(ref destination);
            return;
        }

        nint half = Vector128<T>.Count;
        Store(gradient.GetLower(), in a, ref destination);
        Store(gradient.GetUpper(), in Unsafe.Add(ref Unsafe.AsRef(in a), half), ref Unsafe.Add(ref destination, half));
    }

    [MethodImpl(AggressiveInlining)]
    internal static TVector Of<TVector, TSimd>(TVector gradient, TVector z, TVector a)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        GradientFloor.Flush<TVector, TSimd, T>(TSimd.Multiply(gradient, TActivation.Derivative<TVector, TSimd>(z, a)));
}
