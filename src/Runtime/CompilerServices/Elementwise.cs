using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
        Invoke<TActivation, T>(in MemoryMarshal.GetReference(z), ref MemoryMarshal.GetReference(a), a.Length);
    }

    /// <summary>a[i] = f(z[i]) of a row.</summary>
    /// <param name="z">Pre-activations.</param>
    /// <param name="a">Outputs, as many; may be the same memory as <paramref name="z"/>.</param>
    /// <param name="length">How many, a constant: the JIT then compiles what is for such rows alone.</param>
    /// <typeparam name="TActivation">The activation.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    [MethodImpl(AggressiveInlining)]
    public static void Invoke<TActivation, T>(ref readonly T z, ref T a, int length)
        where TActivation : struct, IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated && length > Vector256<T>.Count)
        {
            ElementwiseWidths<TActivation, T>.In512(in z, ref a, length);
        }
        else if (Vector256.IsHardwareAccelerated && length > Vector128<T>.Count)
        {
            ElementwiseWidths<TActivation, T>.In256(in z, ref a, length);
        }
        else if (Vector128.IsHardwareAccelerated && length > 1)
        {
            ElementwiseWidths<TActivation, T>.In128(in z, ref a, length);
        }
        else if (Vector128.IsHardwareAccelerated && length == 1)
        {
            ElementwiseWidths<TActivation, T>.InSingle(in z, ref a);
        }
        else if (length > 0)
        {
            ElementwiseWidths<TActivation, T>.InScalars(in z, ref a, length);
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
        MultiplyByDerivative<TActivation, T>(
            in MemoryMarshal.GetReference(z), in MemoryMarshal.GetReference(a), ref MemoryMarshal.GetReference(gradient), gradient.Length);
    }

    /// <summary>gradient[i] ·= f′(z[i]) of a row.</summary>
    /// <param name="z">Pre-activations, or the outputs again where the derivative needs only those.</param>
    /// <param name="a">Outputs.</param>
    /// <param name="gradient">∂L/∂a on entry, ∂L/∂z on return; memory apart from the other two.</param>
    /// <param name="length">How many, a constant: the JIT then compiles what is for such rows alone.</param>
    /// <typeparam name="TActivation">The activation.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <remarks>Negligible gradients are taken as 0, as <see cref="DerivativeProduct{TActivation, T}"/> says.</remarks>
    [MethodImpl(AggressiveInlining)]
    public static void MultiplyByDerivative<TActivation, T>(ref readonly T z, ref readonly T a, ref T gradient, int length)
        where TActivation : struct, IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated && length > Vector256<T>.Count)
        {
            ElementwiseWidths<TActivation, T>.DerivativeIn512(in z, in a, ref gradient, length);
        }
        else if (Vector256.IsHardwareAccelerated && length > Vector128<T>.Count)
        {
            ElementwiseWidths<TActivation, T>.DerivativeIn256(in z, in a, ref gradient, length);
        }
        else if (Vector128.IsHardwareAccelerated && length > 1)
        {
            ElementwiseWidths<TActivation, T>.DerivativeIn128(in z, in a, ref gradient, length);
        }
        else if (Vector128.IsHardwareAccelerated && length == 1)
        {
            ElementwiseWidths<TActivation, T>.DerivativeInSingle(in z, in a, ref gradient);
        }
        else if (length > 0)
        {
            ElementwiseWidths<TActivation, T>.DerivativeInScalars(in z, in a, ref gradient, length);
        }
    }
}
