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
/// <remarks>
/// Not generic: for each generic method that the JIT inlines the runtime loads the vectors of its type parameter first, with all
/// their interfaces, which takes most of a millisecond per method.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class LaneSums
{
    /// <summary>Writes Σa, Σb, Σc and Σd, in this order.</summary>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, ref float destination) =>
        Of(a, b, c, d).StoreUnsafe(ref destination);

    /// <inheritdoc cref="Store(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float}, ref float)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, ref float destination) =>
        Of(a, b, c, d).StoreUnsafe(ref destination);

    /// <inheritdoc cref="Store(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float}, ref float)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, ref float destination) =>
        Of(a, b, c, d).StoreUnsafe(ref destination);

    /// <inheritdoc cref="Store(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float}, ref float)"/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector<float> a, Vector<float> b, Vector<float> c, Vector<float> d, ref float destination) =>
        Of(a, b, c, d).StoreUnsafe(ref destination);

    /// <summary>Σa, Σb, Σc and Σd, in this order.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<float> Of(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d) =>
        Of(Halved(a), Halved(b), Halved(c), Halved(d));

    /// <inheritdoc cref="Of(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float})"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<float> Of(Vector<float> a, Vector<float> b, Vector<float> c, Vector<float> d)
    {
        if (Vector<float>.Count == Vector512<float>.Count)
        {
            return Of(a.AsVector512(), b.AsVector512(), c.AsVector512(), d.AsVector512());
        }

        return Vector<float>.Count == Vector256<float>.Count
            ? Of(a.AsVector256(), b.AsVector256(), c.AsVector256(), d.AsVector256())
            : Of(a.AsVector128(), b.AsVector128(), c.AsVector128(), d.AsVector128());
    }

    /// <inheritdoc cref="Of(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float})"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<float> Of(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d)
    {
        if (Avx.IsSupported)
        {
            Vector256<float> sums = Avx.HorizontalAdd(Avx.HorizontalAdd(a, b), Avx.HorizontalAdd(c, d));
            return sums.GetLower() + sums.GetUpper();
        }

        return Of(Halved(a), Halved(b), Halved(c), Halved(d));
    }

    /// <inheritdoc cref="Of(Vector512{float}, Vector512{float}, Vector512{float}, Vector512{float})"/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<float> Of(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d) => Sse3.IsSupported
        ? Sse3.HorizontalAdd(Sse3.HorizontalAdd(a, b), Sse3.HorizontalAdd(c, d))
        : Vector128.Create(Vector128.Sum(a), Vector128.Sum(b), Vector128.Sum(c), Vector128.Sum(d));

    /// <summary>Writes Σa + Σe, Σb + Σf, Σc + Σg and Σd + Σh, where the second four are the rest of the rows of the first four.</summary>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector<float> a, Vector<float> b, Vector<float> c, Vector<float> d, Vector128<float> e, Vector128<float> f, Vector128<float> g, Vector128<float> h, ref float destination) =>
        Of(a, b, c, d, e, f, g, h).StoreUnsafe(ref destination);

    /// <summary>Σa + Σe, Σb + Σf, Σc + Σg and Σd + Σh, where the second four are the rest of the rows of the first four.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<float> Of(Vector<float> a, Vector<float> b, Vector<float> c, Vector<float> d, Vector128<float> e, Vector128<float> f, Vector128<float> g, Vector128<float> h) =>
        Of(a + Widened(e), b + Widened(f), c + Widened(g), d + Widened(h));

    [MethodImpl(AggressiveInlining)]
    private static Vector256<float> Halved(Vector512<float> x) => x.GetLower() + x.GetUpper();

    [MethodImpl(AggressiveInlining)]
    private static Vector128<float> Halved(Vector256<float> x) => x.GetLower() + x.GetUpper();

    [MethodImpl(AggressiveInlining)]
    private static Vector<float> Widened(Vector128<float> x)
    {
        if (Vector<float>.Count == Vector512<float>.Count)
        {
            return x.ToVector256().ToVector512().AsVector();
        }

        return Vector<float>.Count == Vector256<float>.Count ? x.ToVector256().AsVector() : x.AsVector();
    }
}
