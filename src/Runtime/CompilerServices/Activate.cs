using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// A user's activation applied to one vector in registers, the last step of a generated kernel. Called by generated code, which
/// calls the built-in ones by name.
/// </summary>
/// <typeparam name="TActivation">The activation.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Activate<TActivation, T>
    where TActivation : struct, IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>a = f(z) of 512 bits.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> z) => TActivation.Invoke<Vector512<T>, Simd512<T>>(z);

    /// <summary>a = f(z) of 256 bits.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Invoke(Vector256<T> z) => TActivation.Invoke<Vector256<T>, Simd256<T>>(z);

    /// <summary>a = f(z) of 128 bits.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Invoke(Vector128<T> z) => TActivation.Invoke<Vector128<T>, Simd128<T>>(z);

    /// <summary>a = f(z) of the machine's vector.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Invoke(Vector<T> z) => TActivation.Invoke<Vector<T>, SimdVector<T>>(z);

    /// <summary>a = f(z) of one number.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Invoke(T z) => TActivation.Invoke<T, SimdScalar<T>>(z);
}
