using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Rows;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// The loops of <see cref="Elementwise"/>, a method per width, although each is part of its caller: the JIT loads the types of
/// every call in a method that it inlines, also of those that a constant length leaves out.
/// </summary>
internal static class ElementwiseWidths<TActivation, T>
    where TActivation : struct, IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(AggressiveInlining)]
    public static void In512(ref readonly T z, ref T a, int length) =>
        ElementwiseWalk<TActivation, T, Vector512<T>, Simd512<T>, Lanes512<T>>.Invoke(in z, ref a, (nuint)length);

    [MethodImpl(AggressiveInlining)]
    public static void In256(ref readonly T z, ref T a, int length) =>
        ElementwiseWalk<TActivation, T, Vector256<T>, Simd256<T>, Lanes256<T>>.Invoke(in z, ref a, (nuint)length);

    [MethodImpl(AggressiveInlining)]
    public static void In128(ref readonly T z, ref T a, int length) =>
        ElementwiseWalk<TActivation, T, Vector128<T>, Simd128<T>, Lanes128<T>>.Invoke(in z, ref a, (nuint)length);

    [MethodImpl(AggressiveInlining)]
    public static void InSingle(ref readonly T z, ref T a) =>
        ElementwiseWalk<TActivation, T, Vector128<T>, Simd128<T>, LanesSingle<T>>.Invoke(in z, ref a, 1);

    [MethodImpl(AggressiveInlining)]
    public static void InScalars(ref readonly T z, ref T a, int length) =>
        ElementwiseWalk<TActivation, T, T, SimdScalar<T>, LanesScalar<T>>.Invoke(in z, ref a, (nuint)length);

    [MethodImpl(AggressiveInlining)]
    public static void DerivativeIn512(ref readonly T z, ref readonly T a, ref T gradient, int length) =>
        ElementwiseWalk<TActivation, T, Vector512<T>, Simd512<T>, Lanes512<T>>.MultiplyByDerivative(in z, in a, ref gradient, (nuint)length);

    [MethodImpl(AggressiveInlining)]
    public static void DerivativeIn256(ref readonly T z, ref readonly T a, ref T gradient, int length) =>
        ElementwiseWalk<TActivation, T, Vector256<T>, Simd256<T>, Lanes256<T>>.MultiplyByDerivative(in z, in a, ref gradient, (nuint)length);

    [MethodImpl(AggressiveInlining)]
    public static void DerivativeIn128(ref readonly T z, ref readonly T a, ref T gradient, int length) =>
        ElementwiseWalk<TActivation, T, Vector128<T>, Simd128<T>, Lanes128<T>>.MultiplyByDerivative(in z, in a, ref gradient, (nuint)length);

    [MethodImpl(AggressiveInlining)]
    public static void DerivativeInSingle(ref readonly T z, ref readonly T a, ref T gradient) =>
        ElementwiseWalk<TActivation, T, Vector128<T>, Simd128<T>, LanesSingle<T>>.MultiplyByDerivative(in z, in a, ref gradient, 1);

    [MethodImpl(AggressiveInlining)]
    public static void DerivativeInScalars(ref readonly T z, ref readonly T a, ref T gradient, int length) =>
        ElementwiseWalk<TActivation, T, T, SimdScalar<T>, LanesScalar<T>>.MultiplyByDerivative(in z, in a, ref gradient, (nuint)length);
}
