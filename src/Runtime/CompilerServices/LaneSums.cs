using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// The sums of the lanes of four vectors at once, which share most of the shuffles that a sum alone would take. Called by
/// generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneSums
{
    /// <summary>Writes Σa, Σb, Σc and Σd, in this order.</summary>
    [MethodImpl(AggressiveInlining)]
    public static void Store<T>(Vector512<T> a, Vector512<T> b, Vector512<T> c, Vector512<T> d, ref T destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Store(Halved(a), Halved(b), Halved(c), Halved(d), ref destination);

    /// <inheritdoc cref="Store{T}(Vector512{T}, Vector512{T}, Vector512{T}, Vector512{T}, ref T)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store<T>(Vector256<T> a, Vector256<T> b, Vector256<T> c, Vector256<T> d, ref T destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float) && Avx.IsSupported)
        {
            Vector256<float> sums = Avx.HorizontalAdd(
                Avx.HorizontalAdd(a.AsSingle(), b.AsSingle()),
                Avx.HorizontalAdd(c.AsSingle(), d.AsSingle()));
            (sums.GetLower() + sums.GetUpper()).As<float, T>().StoreUnsafe(ref destination);
        }
        else if (typeof(T) == typeof(double) && Avx.IsSupported)
        {
            Vector256<double> first = Avx.HorizontalAdd(a.AsDouble(), b.AsDouble());
            Vector256<double> second = Avx.HorizontalAdd(c.AsDouble(), d.AsDouble());
            (Avx.Permute2x128(first, second, 0x20) + Avx.Permute2x128(first, second, 0x31)).As<double, T>().StoreUnsafe(ref destination);
        }
        else
        {
            Store(Halved(a), Halved(b), Halved(c), Halved(d), ref destination);
        }
    }

    /// <inheritdoc cref="Store{T}(Vector512{T}, Vector512{T}, Vector512{T}, Vector512{T}, ref T)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store<T>(Vector128<T> a, Vector128<T> b, Vector128<T> c, Vector128<T> d, ref T destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float) && Sse3.IsSupported)
        {
            Vector128<float> sums = Sse3.HorizontalAdd(
                Sse3.HorizontalAdd(a.AsSingle(), b.AsSingle()),
                Sse3.HorizontalAdd(c.AsSingle(), d.AsSingle()));
            sums.As<float, T>().StoreUnsafe(ref destination);
        }
        else if (typeof(T) == typeof(double) && Sse3.IsSupported)
        {
            Sse3.HorizontalAdd(a.AsDouble(), b.AsDouble()).As<double, T>().StoreUnsafe(ref destination);
            Sse3.HorizontalAdd(c.AsDouble(), d.AsDouble()).As<double, T>().StoreUnsafe(ref destination, (nuint)Vector128<T>.Count);
        }
        else
        {
            destination = Vector128.Sum(a);
            Unsafe.Add(ref destination, 1) = Vector128.Sum(b);
            Unsafe.Add(ref destination, 2) = Vector128.Sum(c);
            Unsafe.Add(ref destination, 3) = Vector128.Sum(d);
        }
    }

    /// <inheritdoc cref="Store{T}(Vector512{T}, Vector512{T}, Vector512{T}, Vector512{T}, ref T)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store<T>(Vector<T> a, Vector<T> b, Vector<T> c, Vector<T> d, ref T destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector<T>.Count == Vector512<T>.Count)
        {
            Store(a.AsVector512(), b.AsVector512(), c.AsVector512(), d.AsVector512(), ref destination);
        }
        else if (Vector<T>.Count == Vector256<T>.Count)
        {
            Store(a.AsVector256(), b.AsVector256(), c.AsVector256(), d.AsVector256(), ref destination);
        }
        else
        {
            Store(a.AsVector128(), b.AsVector128(), c.AsVector128(), d.AsVector128(), ref destination);
        }
    }

    /// <summary>Writes Σa + Σe, Σb + Σf, Σc + Σg and Σd + Σh, where the second four are the rest of the rows of the first four.</summary>
    [MethodImpl(AggressiveInlining)]
    public static void Store<T>(Vector<T> a, Vector<T> b, Vector<T> c, Vector<T> d, Vector128<T> e, Vector128<T> f, Vector128<T> g, Vector128<T> h, ref T destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Store(a + Widened(e), b + Widened(f), c + Widened(g), d + Widened(h), ref destination);

    [MethodImpl(AggressiveInlining)]
    private static Vector256<T> Halved<T>(Vector512<T> x)
        where T : unmanaged => x.GetLower() + x.GetUpper();

    [MethodImpl(AggressiveInlining)]
    private static Vector128<T> Halved<T>(Vector256<T> x)
        where T : unmanaged => x.GetLower() + x.GetUpper();

    [MethodImpl(AggressiveInlining)]
    private static Vector<T> Widened<T>(Vector128<T> x)
        where T : unmanaged
    {
        if (Vector<T>.Count == Vector512<T>.Count)
        {
            return x.ToVector256().ToVector512().AsVector();
        }

        return Vector<T>.Count == Vector256<T>.Count ? x.ToVector256().AsVector() : x.AsVector();
    }
}
