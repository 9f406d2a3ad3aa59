using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.RuntimeTests.Numerics;

/// <summary>Runs an operator over whole spans at a width of choice.</summary>
public static class Function
{
    /// <summary>y = f(x); the length is a multiple of 16.</summary>
    public static void Run<TFunction, T>(Width width, ReadOnlySpan<T> x, Span<T> y)
        where TFunction : struct, IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (width)
        {
            case Width.Vector512:
                Run<TFunction, T, Vector512<T>, Simd512<T>>(x, y);
                break;
            case Width.Vector256:
                Run<TFunction, T, Vector256<T>, Simd256<T>>(x, y);
                break;
            case Width.Vector128:
                Run<TFunction, T, Vector128<T>, Simd128<T>>(x, y);
                break;
            case Width.Vector:
                Run<TFunction, T, Vector<T>, SimdVector<T>>(x, y);
                break;
            default:
                Run<TFunction, T, T, SimdScalar<T>>(x, y);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TFunction, T, TVector, TSimd>(ReadOnlySpan<T> x, Span<T> y)
        where TFunction : struct, IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(x.Length % TSimd.Count, 0);
        ref T source = ref MemoryMarshal.GetReference(x);
        ref T destination = ref MemoryMarshal.GetReference(y);
        for (nuint i = 0; i < (nuint)y.Length; i += (nuint)TSimd.Count)
        {
            TSimd.Store(TFunction.Invoke<TVector, TSimd>(TSimd.Load(in source, i)), ref destination, i);
        }
    }

    /// <summary>dz = f′(z, a); the length is a multiple of 16.</summary>
    public static void Differentiate<TFunction, T>(Width width, ReadOnlySpan<T> z, ReadOnlySpan<T> a, Span<T> dz)
        where TFunction : struct, IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (width)
        {
            case Width.Vector512:
                Differentiate<TFunction, T, Vector512<T>, Simd512<T>>(z, a, dz);
                break;
            case Width.Vector256:
                Differentiate<TFunction, T, Vector256<T>, Simd256<T>>(z, a, dz);
                break;
            case Width.Vector128:
                Differentiate<TFunction, T, Vector128<T>, Simd128<T>>(z, a, dz);
                break;
            case Width.Vector:
                Differentiate<TFunction, T, Vector<T>, SimdVector<T>>(z, a, dz);
                break;
            default:
                Differentiate<TFunction, T, T, SimdScalar<T>>(z, a, dz);
                break;
        }
    }

    private static void Differentiate<TFunction, T, TVector, TSimd>(ReadOnlySpan<T> z, ReadOnlySpan<T> a, Span<T> dz)
        where TFunction : struct, IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(z.Length % TSimd.Count, 0);
        for (int i = 0; i < dz.Length; i += TSimd.Count)
        {
            TVector slope = TFunction.Derivative<TVector, TSimd>(
                TSimd.Load(in z[i], 0), TSimd.Load(in a[i], 0));
            TSimd.Store(slope, ref dz[i], 0);
        }
    }
}
