using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.Elementary;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen;

/// <summary>512-bit vectors. Where the machine has none, the runtime computes the same results in software.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct Simd512<T> : ISimd<Vector512<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(AggressiveInlining)]
        get => Vector512<T>.Count;
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Create(double value) => typeof(T) == typeof(float)
        ? Vector512.Create((float)value).As<float, T>()
        : Vector512.Create(value).As<double, T>();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Create(T value) => Vector512.Create(value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Load(ref readonly T source, nuint offset) => Vector512.LoadUnsafe(in source, offset);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector512<T> value, ref T destination, nuint offset) => value.StoreUnsafe(ref destination, offset);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Add(Vector512<T> x, Vector512<T> y) => x + y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Subtract(Vector512<T> x, Vector512<T> y) => x - y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Multiply(Vector512<T> x, Vector512<T> y) => x * y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Divide(Vector512<T> x, Vector512<T> y) => x / y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> MultiplyAdd(Vector512<T> x, Vector512<T> y, Vector512<T> z) => typeof(T) == typeof(float)
        ? Vector512.MultiplyAddEstimate(x.As<T, float>(), y.As<T, float>(), z.As<T, float>()).As<float, T>()
        : Vector512.MultiplyAddEstimate(x.As<T, double>(), y.As<T, double>(), z.As<T, double>()).As<double, T>();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Horner(Vector512<T> p, Vector512<T> x, double a, double b, double c, double d) => typeof(T) == typeof(float)
        ? Horner(p.As<T, float>(), x.As<T, float>(), (float)a, (float)b, (float)c, (float)d).As<float, T>()
        : Horner(p.As<T, double>(), x.As<T, double>(), a, b, c, d).As<double, T>();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Negate(Vector512<T> x) => -x;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Abs(Vector512<T> x) => Vector512.Abs(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Sqrt(Vector512<T> x) => Vector512.Sqrt(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Max(Vector512<T> x, Vector512<T> y) => Vector512.MaxNative(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Min(Vector512<T> x, Vector512<T> y) => Vector512.MinNative(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> LessThan(Vector512<T> x, Vector512<T> y) => Vector512.LessThan(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> LessThanOrEqual(Vector512<T> x, Vector512<T> y) => Vector512.LessThanOrEqual(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Equals(Vector512<T> x, Vector512<T> y) => Vector512.Equals(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Select(Vector512<T> mask, Vector512<T> ifTrue, Vector512<T> ifFalse) =>
        Vector512.ConditionalSelect(mask, ifTrue, ifFalse);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> And(Vector512<T> x, Vector512<T> y) => x & y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Or(Vector512<T> x, Vector512<T> y) => x | y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> CopySign(Vector512<T> x, Vector512<T> y) => Vector512.ConditionalSelect(Create(-0.0), y, x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Round(Vector512<T> x) => typeof(T) == typeof(float)
        ? Vector512.Round(x.As<T, float>()).As<float, T>()
        : Vector512.Round(x.As<T, double>()).As<double, T>();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> PowerOfTwo(Vector512<T> n) => typeof(T) == typeof(float)
        ? ((n.As<T, float>() + Vector512.Create(SingleLayout.IntegerAndBias)).As<float, uint>() << SingleLayout.MantissaBits).As<uint, T>()
        : ((n.As<T, double>() + Vector512.Create(DoubleLayout.IntegerAndBias)).As<double, ulong>() << DoubleLayout.MantissaBits).As<ulong, T>();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Scale(Vector512<T> x, Vector512<T> n)
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Avx512F.Scale(x.As<T, float>(), n.As<T, float>()).As<float, T>()
                : Avx512F.Scale(x.As<T, double>(), n.As<T, double>()).As<double, T>();
        }

        return Scaling<Vector512<T>, Simd512<T>, T>.TwoSteps(x, n);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Exponent(Vector512<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            Vector512<uint> biased = (x.As<T, uint>() + Vector512.Create(SingleLayout.RootToOne)) >>> SingleLayout.MantissaBits;
            return ((biased | Vector512.Create(SingleLayout.IntegerBits)).As<uint, float>() - Vector512.Create(SingleLayout.IntegerPlusBias)).As<float, T>();
        }
        else
        {
            Vector512<ulong> biased = (x.As<T, ulong>() + Vector512.Create(DoubleLayout.RootToOne)) >>> DoubleLayout.MantissaBits;
            return ((biased | Vector512.Create(DoubleLayout.IntegerBits)).As<ulong, double>() - Vector512.Create(DoubleLayout.IntegerPlusBias)).As<double, T>();
        }
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Mantissa(Vector512<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            Vector512<uint> fraction = (x.As<T, uint>() + Vector512.Create(SingleLayout.RootToOne)) & Vector512.Create(SingleLayout.MantissaMask);
            return (fraction + Vector512.Create(SingleLayout.RootBits)).As<uint, T>();
        }
        else
        {
            Vector512<ulong> fraction = (x.As<T, ulong>() + Vector512.Create(DoubleLayout.RootToOne)) & Vector512.Create(DoubleLayout.MantissaMask);
            return (fraction + Vector512.Create(DoubleLayout.RootBits)).As<ulong, T>();
        }
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Sum(Vector512<T> x) => Vector512.Sum(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Exp(Vector512<T> x) => Exponential<Vector512<T>, Simd512<T>, T>.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Expm1(Vector512<T> x) => Exponential<Vector512<T>, Simd512<T>, T>.Expm1(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Log(Vector512<T> x) => Logarithm<Vector512<T>, Simd512<T>, T>.Log(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Log1p(Vector512<T> x) => Logarithm<Vector512<T>, Simd512<T>, T>.Log1p(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Tanh(Vector512<T> x) => Hyperbolic<Vector512<T>, Simd512<T>, T>.Tanh(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Sigmoid(Vector512<T> x) => Logistic<Vector512<T>, Simd512<T>, T>.Sigmoid(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Softplus(Vector512<T> x) => Logistic<Vector512<T>, Simd512<T>, T>.Softplus(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Erf(Vector512<T> x) => ErrorFunction<Vector512<T>, Simd512<T>, T>.Erf(x);

    [MethodImpl(AggressiveInlining)]
    private static Vector512<float> Horner(Vector512<float> p, Vector512<float> x, float a, float b, float c, float d)
    {
        p = Vector512.MultiplyAddEstimate(p, x, Vector512.Create(a));
        p = Vector512.MultiplyAddEstimate(p, x, Vector512.Create(b));
        p = Vector512.MultiplyAddEstimate(p, x, Vector512.Create(c));
        return Vector512.MultiplyAddEstimate(p, x, Vector512.Create(d));
    }

    [MethodImpl(AggressiveInlining)]
    private static Vector512<double> Horner(Vector512<double> p, Vector512<double> x, double a, double b, double c, double d)
    {
        p = Vector512.MultiplyAddEstimate(p, x, Vector512.Create(a));
        p = Vector512.MultiplyAddEstimate(p, x, Vector512.Create(b));
        p = Vector512.MultiplyAddEstimate(p, x, Vector512.Create(c));
        return Vector512.MultiplyAddEstimate(p, x, Vector512.Create(d));
    }
}
