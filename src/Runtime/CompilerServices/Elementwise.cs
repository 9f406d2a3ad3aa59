using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.Rows;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// Walks an activation over memory, at the widest vector that the machine has and the length fills. Nothing outside the
/// spans is read or written. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Elementwise
{
    /// <summary>a[i] = f(z[i]).</summary>
    /// <param name="z">Pre-activations.</param>
    /// <param name="a">Outputs, as many; may be the same memory as <paramref name="z"/>.</param>
    /// <typeparam name="TActivation">The activation.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    [MethodImpl(AggressiveInlining)]
    public static void Invoke<TActivation, T>(ReadOnlySpan<T> z, Span<T> a)
        where TActivation : struct, IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.MustMatch(a.Length, z.Length, nameof(z));
        ref T source = ref MemoryMarshal.GetReference(z);
        ref T destination = ref MemoryMarshal.GetReference(a);
        int length = a.Length;
        if (Vector512.IsHardwareAccelerated && length > Vector256<T>.Count)
        {
            ElementwiseWalk<TActivation, T, Vector512<T>, Simd512<T>, Lanes512<T>>.Invoke(in source, ref destination, (nuint)length);
        }
        else if (Vector256.IsHardwareAccelerated && length > Vector128<T>.Count)
        {
            ElementwiseWalk<TActivation, T, Vector256<T>, Simd256<T>, Lanes256<T>>.Invoke(in source, ref destination, (nuint)length);
        }
        else if (Vector128.IsHardwareAccelerated && length > 1)
        {
            ElementwiseWalk<TActivation, T, Vector128<T>, Simd128<T>, Lanes128<T>>.Invoke(in source, ref destination, (nuint)length);
        }
        else if (Vector128.IsHardwareAccelerated && length == 1)
        {
            ElementwiseWalk<TActivation, T, Vector128<T>, Simd128<T>, LanesSingle<T>>.Invoke(in source, ref destination, (nuint)length);
        }
        else if (length > 0)
        {
            ElementwiseWalk<TActivation, T, T, SimdScalar<T>, LanesScalar<T>>.Invoke(in source, ref destination, (nuint)length);
        }
    }

    /// <summary>gradient[i] ·= f′(z[i]): from the gradient of the outputs to that of the pre-activations, in place.</summary>
    /// <param name="z">Pre-activations, or the outputs again where the derivative needs only those.</param>
    /// <param name="a">Outputs.</param>
    /// <param name="gradient">∂L/∂a on entry, ∂L/∂z on return; memory apart from the other two.</param>
    /// <typeparam name="TActivation">The activation.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <remarks>Negligible gradients are taken as 0, as <see cref="DerivativeProduct{TActivation, T}"/> says.</remarks>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    [MethodImpl(AggressiveInlining)]
    public static void MultiplyByDerivative<TActivation, T>(ReadOnlySpan<T> z, ReadOnlySpan<T> a, Span<T> gradient)
        where TActivation : struct, IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.MustMatch(gradient.Length, z.Length, nameof(z));
        Lengths.MustMatch(gradient.Length, a.Length, nameof(a));
        ref T inputs = ref MemoryMarshal.GetReference(z);
        ref T outputs = ref MemoryMarshal.GetReference(a);
        ref T destination = ref MemoryMarshal.GetReference(gradient);
        int length = gradient.Length;
        if (Vector512.IsHardwareAccelerated && length > Vector256<T>.Count)
        {
            ElementwiseWalk<TActivation, T, Vector512<T>, Simd512<T>, Lanes512<T>>.MultiplyByDerivative(in inputs, in outputs, ref destination, (nuint)length);
        }
        else if (Vector256.IsHardwareAccelerated && length > Vector128<T>.Count)
        {
            ElementwiseWalk<TActivation, T, Vector256<T>, Simd256<T>, Lanes256<T>>.MultiplyByDerivative(in inputs, in outputs, ref destination, (nuint)length);
        }
        else if (Vector128.IsHardwareAccelerated && length > 1)
        {
            ElementwiseWalk<TActivation, T, Vector128<T>, Simd128<T>, Lanes128<T>>.MultiplyByDerivative(in inputs, in outputs, ref destination, (nuint)length);
        }
        else if (Vector128.IsHardwareAccelerated && length == 1)
        {
            ElementwiseWalk<TActivation, T, Vector128<T>, Simd128<T>, LanesSingle<T>>.MultiplyByDerivative(in inputs, in outputs, ref destination, (nuint)length);
        }
        else if (length > 0)
        {
            ElementwiseWalk<TActivation, T, T, SimdScalar<T>, LanesScalar<T>>.MultiplyByDerivative(in inputs, in outputs, ref destination, (nuint)length);
        }
    }
}
