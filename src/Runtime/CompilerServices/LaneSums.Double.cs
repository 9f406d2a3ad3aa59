using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <content>In double precision.</content>
public static partial class LaneSums
{
    /// <inheritdoc cref="Store(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float}, ref float)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d, ref double destination) =>
        Store(Halved(a), Halved(b), Halved(c), Halved(d), ref destination);

    /// <inheritdoc cref="Store(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float}, ref float)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d, ref double destination) =>
        Of(a, b, c, d).StoreUnsafe(ref destination);

    /// <inheritdoc cref="Store(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float}, ref float)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector128<double> a, Vector128<double> b, Vector128<double> c, Vector128<double> d, ref double destination)
    {
        if (Sse3.IsSupported)
        {
            Sse3.HorizontalAdd(a, b).StoreUnsafe(ref destination);
            Sse3.HorizontalAdd(c, d).StoreUnsafe(ref destination, (nuint)Vector128<double>.Count);
        }
        else
        {
            destination = Vector128.Sum(a);
            Unsafe.Add(ref destination, 1) = Vector128.Sum(b);
            Unsafe.Add(ref destination, 2) = Vector128.Sum(c);
            Unsafe.Add(ref destination, 3) = Vector128.Sum(d);
        }
    }

    /// <inheritdoc cref="Store(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float}, ref float)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector<double> a, Vector<double> b, Vector<double> c, Vector<double> d, ref double destination)
    {
        if (Vector<double>.Count == Vector512<double>.Count)
        {
            Store(a.AsVector512(), b.AsVector512(), c.AsVector512(), d.AsVector512(), ref destination);
        }
        else if (Vector<double>.Count == Vector256<double>.Count)
        {
            Store(a.AsVector256(), b.AsVector256(), c.AsVector256(), d.AsVector256(), ref destination);
        }
        else
        {
            Store(a.AsVector128(), b.AsVector128(), c.AsVector128(), d.AsVector128(), ref destination);
        }
    }

    /// <inheritdoc cref="Of(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float})"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<double> Of(Vector<double> a, Vector<double> b, Vector<double> c, Vector<double> d)
    {
        if (Vector<double>.Count == Vector512<double>.Count)
        {
            return Of(a.AsVector512(), b.AsVector512(), c.AsVector512(), d.AsVector512());
        }

        return Vector<double>.Count == Vector256<double>.Count
            ? Of(a.AsVector256(), b.AsVector256(), c.AsVector256(), d.AsVector256())
            : Of(a.AsVector128(), b.AsVector128(), c.AsVector128(), d.AsVector128());
    }

    /// <inheritdoc cref="Of(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float})"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<double> Of(Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d) =>
        Of(Halved(a), Halved(b), Halved(c), Halved(d));

    /// <inheritdoc cref="Of(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float})"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
    {
        if (Avx.IsSupported)
        {
            Vector256<double> first = Avx.HorizontalAdd(a, b);
            Vector256<double> second = Avx.HorizontalAdd(c, d);
            return Avx.Permute2x128(first, second, 0x20) + Avx.Permute2x128(first, second, 0x31);
        }

        return Of(Halved(a), Halved(b), Halved(c), Halved(d));
    }

    /// <inheritdoc cref="Of(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float})"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<double> Of(Vector128<double> a, Vector128<double> b, Vector128<double> c, Vector128<double> d) => Sse3.IsSupported
        ? Vector256.Create(Sse3.HorizontalAdd(a, b), Sse3.HorizontalAdd(c, d))
        : Vector256.Create(Vector128.Sum(a), Vector128.Sum(b), Vector128.Sum(c), Vector128.Sum(d));

    /// <summary>Writes Σa + Σe, Σb + Σf, Σc + Σg and Σd + Σh, where the second four are the rest of the rows of the first four.</summary>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector<double> a, Vector<double> b, Vector<double> c, Vector<double> d, Vector128<double> e, Vector128<double> f, Vector128<double> g, Vector128<double> h, ref double destination) =>
        Store(a + Widened(e), b + Widened(f), c + Widened(g), d + Widened(h), ref destination);

    /// <summary>Σa + Σe, Σb + Σf, Σc + Σg and Σd + Σh, where the second four are the rest of the rows of the first four.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<double> Of(Vector<double> a, Vector<double> b, Vector<double> c, Vector<double> d, Vector128<double> e, Vector128<double> f, Vector128<double> g, Vector128<double> h) =>
        Of(a + Widened(e), b + Widened(f), c + Widened(g), d + Widened(h));

    [MethodImpl(AggressiveInlining)]
    private static Vector256<double> Halved(Vector512<double> x) => x.GetLower() + x.GetUpper();

    [MethodImpl(AggressiveInlining)]
    private static Vector128<double> Halved(Vector256<double> x) => x.GetLower() + x.GetUpper();

    [MethodImpl(AggressiveInlining)]
    private static Vector<double> Widened(Vector128<double> x)
    {
        if (Vector<double>.Count == Vector512<double>.Count)
        {
            return x.ToVector256().ToVector512().AsVector();
        }

        return Vector<double>.Count == Vector256<double>.Count ? x.ToVector256().AsVector() : x.AsVector();
    }
}
