using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.Elementary;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen;

/// <summary>256-bit vectors. Where the machine has none, the runtime computes the same results in software.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct Simd256<T> : ISimd<Vector256<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(AggressiveInlining)]
        get => Vector256<T>.Count;
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Create(double value) => typeof(T) == typeof(float)
        ? Vector256.Create((float)value).As<float, T>()
        : Vector256.Create(value).As<double, T>();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Create(T value) => Vector256.Create(value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Load(ref readonly T source, nuint offset) => Vector256.LoadUnsafe(in source, offset);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector256<T> value, ref T destination, nuint offset) => value.StoreUnsafe(ref destination, offset);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Add(Vector256<T> x, Vector256<T> y) => x + y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Subtract(Vector256<T> x, Vector256<T> y) => x - y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Multiply(Vector256<T> x, Vector256<T> y) => x * y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Divide(Vector256<T> x, Vector256<T> y) => x / y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> MultiplyAdd(Vector256<T> x, Vector256<T> y, Vector256<T> z) => typeof(T) == typeof(float)
        ? Vector256.MultiplyAddEstimate(x.As<T, float>(), y.As<T, float>(), z.As<T, float>()).As<float, T>()
        : Vector256.MultiplyAddEstimate(x.As<T, double>(), y.As<T, double>(), z.As<T, double>()).As<double, T>();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Horner(Vector256<T> p, Vector256<T> x, double a, double b, double c, double d) => typeof(T) == typeof(float)
        ? Horner(p.As<T, float>(), x.As<T, float>(), (float)a, (float)b, (float)c, (float)d).As<float, T>()
        : Horner(p.As<T, double>(), x.As<T, double>(), a, b, c, d).As<double, T>();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Negate(Vector256<T> x) => -x;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Abs(Vector256<T> x) => Vector256.Abs(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Sqrt(Vector256<T> x) => Vector256.Sqrt(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Max(Vector256<T> x, Vector256<T> y) => Vector256.MaxNative(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Min(Vector256<T> x, Vector256<T> y) => Vector256.MinNative(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> LessThan(Vector256<T> x, Vector256<T> y) => Vector256.LessThan(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> LessThanOrEqual(Vector256<T> x, Vector256<T> y) => Vector256.LessThanOrEqual(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Equals(Vector256<T> x, Vector256<T> y) => Vector256.Equals(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Select(Vector256<T> mask, Vector256<T> ifTrue, Vector256<T> ifFalse) =>
        Vector256.ConditionalSelect(mask, ifTrue, ifFalse);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> And(Vector256<T> x, Vector256<T> y) => x & y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Or(Vector256<T> x, Vector256<T> y) => x | y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> CopySign(Vector256<T> x, Vector256<T> y) => Vector256.ConditionalSelect(Create(-0.0), y, x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Round(Vector256<T> x) => typeof(T) == typeof(float)
        ? Vector256.Round(x.As<T, float>()).As<float, T>()
        : Vector256.Round(x.As<T, double>()).As<double, T>();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> PowerOfTwo(Vector256<T> n) => typeof(T) == typeof(float)
        ? ((n.As<T, float>() + Vector256.Create(SingleLayout.IntegerAndBias)).As<float, uint>() << SingleLayout.MantissaBits).As<uint, T>()
        : ((n.As<T, double>() + Vector256.Create(DoubleLayout.IntegerAndBias)).As<double, ulong>() << DoubleLayout.MantissaBits).As<ulong, T>();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Scale(Vector256<T> x, Vector256<T> n)
    {
        if (Avx512F.VL.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Avx512F.VL.Scale(x.As<T, float>(), n.As<T, float>()).As<float, T>()
                : Avx512F.VL.Scale(x.As<T, double>(), n.As<T, double>()).As<double, T>();
        }

        return Scaling<Vector256<T>, Simd256<T>, T>.TwoSteps(x, n);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Exponent(Vector256<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            Vector256<uint> biased = (x.As<T, uint>() + Vector256.Create(SingleLayout.RootToOne)) >>> SingleLayout.MantissaBits;
            return ((biased | Vector256.Create(SingleLayout.IntegerBits)).As<uint, float>() - Vector256.Create(SingleLayout.IntegerPlusBias)).As<float, T>();
        }
        else
        {
            Vector256<ulong> biased = (x.As<T, ulong>() + Vector256.Create(DoubleLayout.RootToOne)) >>> DoubleLayout.MantissaBits;
            return ((biased | Vector256.Create(DoubleLayout.IntegerBits)).As<ulong, double>() - Vector256.Create(DoubleLayout.IntegerPlusBias)).As<double, T>();
        }
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Mantissa(Vector256<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            Vector256<uint> fraction = (x.As<T, uint>() + Vector256.Create(SingleLayout.RootToOne)) & Vector256.Create(SingleLayout.MantissaMask);
            return (fraction + Vector256.Create(SingleLayout.RootBits)).As<uint, T>();
        }
        else
        {
            Vector256<ulong> fraction = (x.As<T, ulong>() + Vector256.Create(DoubleLayout.RootToOne)) & Vector256.Create(DoubleLayout.MantissaMask);
            return (fraction + Vector256.Create(DoubleLayout.RootBits)).As<ulong, T>();
        }
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Sum(Vector256<T> x) => Vector256.Sum(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Exp(Vector256<T> x) => Exponential<Vector256<T>, Simd256<T>, T>.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Expm1(Vector256<T> x) => Exponential<Vector256<T>, Simd256<T>, T>.Expm1(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Log(Vector256<T> x) => Logarithm<Vector256<T>, Simd256<T>, T>.Log(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Log1p(Vector256<T> x) => Logarithm<Vector256<T>, Simd256<T>, T>.Log1p(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Tanh(Vector256<T> x) => Hyperbolic<Vector256<T>, Simd256<T>, T>.Tanh(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Sigmoid(Vector256<T> x) => Logistic<Vector256<T>, Simd256<T>, T>.Sigmoid(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Softplus(Vector256<T> x) => Logistic<Vector256<T>, Simd256<T>, T>.Softplus(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Erf(Vector256<T> x) => ErrorFunction<Vector256<T>, Simd256<T>, T>.Erf(x);

    [MethodImpl(AggressiveInlining)]
    private static Vector256<float> Horner(Vector256<float> p, Vector256<float> x, float a, float b, float c, float d)
    {
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(a));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(b));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(c));
        return Vector256.MultiplyAddEstimate(p, x, Vector256.Create(d));
    }

    [MethodImpl(AggressiveInlining)]
    private static Vector256<double> Horner(Vector256<double> p, Vector256<double> x, double a, double b, double c, double d)
    {
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(a));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(b));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(c));
        return Vector256.MultiplyAddEstimate(p, x, Vector256.Create(d));
    }
}
