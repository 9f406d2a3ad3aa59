using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.Elementary;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen;

/// <summary>128-bit vectors. Where the machine has none, the runtime computes the same results in software.</summary>
/// <remarks>On the casts through <see cref="object"/> see <see cref="Simd512{T}"/>.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct Simd128<T> : ISimd<Vector128<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(AggressiveInlining)]
        get => Vector128<T>.Count;
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Create(double value) => typeof(T) == typeof(float)
        ? (Vector128<T>)(object)Vector128.Create((float)value)
        : InDouble.Create(value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Create(T value) => Vector128.Create(value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Load(ref readonly T source, nuint offset) => Vector128.LoadUnsafe(in source, offset);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector128<T> value, ref T destination, nuint offset) => value.StoreUnsafe(ref destination, offset);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Add(Vector128<T> x, Vector128<T> y) => x + y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Subtract(Vector128<T> x, Vector128<T> y) => x - y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Multiply(Vector128<T> x, Vector128<T> y) => x * y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Divide(Vector128<T> x, Vector128<T> y) => x / y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> MultiplyAdd(Vector128<T> x, Vector128<T> y, Vector128<T> z) => typeof(T) == typeof(float)
        ? (Vector128<T>)(object)Vector128.MultiplyAddEstimate((Vector128<float>)(object)x, (Vector128<float>)(object)y, (Vector128<float>)(object)z)
        : InDouble.MultiplyAdd(x, y, z);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> MultiplyAdd(Vector128<T> x, double y, Vector128<T> z) => typeof(T) == typeof(float)
        ? (Vector128<T>)(object)Vector128.MultiplyAddEstimate((Vector128<float>)(object)x, Vector128.Create((float)y), (Vector128<float>)(object)z)
        : InDouble.MultiplyAdd(x, InDouble.Create(y), z);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> MultiplyAdd(Vector128<T> x, double y, double z) => typeof(T) == typeof(float)
        ? (Vector128<T>)(object)Vector128.MultiplyAddEstimate((Vector128<float>)(object)x, Vector128.Create((float)y), Vector128.Create((float)z))
        : InDouble.MultiplyAdd(x, InDouble.Create(y), InDouble.Create(z));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Horner(Vector128<T> p, Vector128<T> x, double a, double b, double c, double d) => typeof(T) == typeof(float)
        ? (Vector128<T>)(object)Horner((Vector128<float>)(object)p, (Vector128<float>)(object)x, (float)a, (float)b, (float)c, (float)d)
        : InDouble.Horner(p, x, a, b, c, d);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Negate(Vector128<T> x) => -x;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Abs(Vector128<T> x) => Vector128.Abs(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Sqrt(Vector128<T> x) => Vector128.Sqrt(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Max(Vector128<T> x, Vector128<T> y) => Vector128.MaxNative(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Min(Vector128<T> x, Vector128<T> y) => Vector128.MinNative(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> LessThan(Vector128<T> x, Vector128<T> y) => Vector128.LessThan(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> LessThanOrEqual(Vector128<T> x, Vector128<T> y) => Vector128.LessThanOrEqual(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Equals(Vector128<T> x, Vector128<T> y) => Vector128.Equals(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Select(Vector128<T> mask, Vector128<T> ifTrue, Vector128<T> ifFalse) =>
        Vector128.ConditionalSelect(mask, ifTrue, ifFalse);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> And(Vector128<T> x, Vector128<T> y) => x & y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Or(Vector128<T> x, Vector128<T> y) => x | y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> CopySign(Vector128<T> x, Vector128<T> y) => Vector128.ConditionalSelect(Create(-0.0), y, x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Round(Vector128<T> x) => typeof(T) == typeof(float)
        ? (Vector128<T>)(object)Vector128.Round((Vector128<float>)(object)x)
        : InDouble.Round(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> PowerOfTwo(Vector128<T> n) => typeof(T) == typeof(float)
        ? (Vector128<T>)(object)(((Vector128<float>)(object)n + Vector128.Create(SingleLayout.IntegerAndBias)).AsUInt32() << SingleLayout.MantissaBits).AsSingle()
        : InDouble.PowerOfTwo(n);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Scale(Vector128<T> x, Vector128<T> n)
    {
        if (Avx512F.VL.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? (Vector128<T>)(object)Avx512F.VL.Scale((Vector128<float>)(object)x, (Vector128<float>)(object)n)
                : InDouble.Scale(x, n);
        }

        return Scaling<Vector128<T>, Simd128<T>, T>.TwoSteps(x, n);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Exponent(Vector128<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            Vector128<uint> biased = (((Vector128<float>)(object)x).AsUInt32() + Vector128.Create(SingleLayout.RootToOne)) >>> SingleLayout.MantissaBits;
            return (Vector128<T>)(object)((biased | Vector128.Create(SingleLayout.IntegerBits)).AsSingle() - Vector128.Create(SingleLayout.IntegerPlusBias));
        }

        return InDouble.Exponent(x);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Mantissa(Vector128<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            Vector128<uint> fraction = (((Vector128<float>)(object)x).AsUInt32() + Vector128.Create(SingleLayout.RootToOne)) & Vector128.Create(SingleLayout.MantissaMask);
            return (Vector128<T>)(object)(fraction + Vector128.Create(SingleLayout.RootBits)).AsSingle();
        }

        return InDouble.Mantissa(x);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Sum(Vector128<T> x) => Vector128.Sum(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Exp(Vector128<T> x) => Exponential<Vector128<T>, Simd128<T>, T>.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Expm1(Vector128<T> x) => Exponential<Vector128<T>, Simd128<T>, T>.Expm1(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Log(Vector128<T> x) => Logarithm<Vector128<T>, Simd128<T>, T>.Log(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Log1p(Vector128<T> x) => Logarithm<Vector128<T>, Simd128<T>, T>.Log1p(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Tanh(Vector128<T> x) => Hyperbolic<Vector128<T>, Simd128<T>, T>.Tanh(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Sigmoid(Vector128<T> x) => Logistic<Vector128<T>, Simd128<T>, T>.Sigmoid(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Softplus(Vector128<T> x) => Logistic<Vector128<T>, Simd128<T>, T>.Softplus(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<T> Erf(Vector128<T> x) => ErrorFunction<Vector128<T>, Simd128<T>, T>.Erf(x);

    [MethodImpl(AggressiveInlining)]
    private static Vector128<float> Horner(Vector128<float> p, Vector128<float> x, float a, float b, float c, float d)
    {
        p = Vector128.MultiplyAddEstimate(p, x, Vector128.Create(a));
        p = Vector128.MultiplyAddEstimate(p, x, Vector128.Create(b));
        p = Vector128.MultiplyAddEstimate(p, x, Vector128.Create(c));
        return Vector128.MultiplyAddEstimate(p, x, Vector128.Create(d));
    }

    /// <summary>What is computed in double precision, apart: otherwise the JIT would load the vector of doubles for a branch that is never taken.</summary>
    private static class InDouble
    {
        [MethodImpl(AggressiveInlining)]
        public static Vector128<T> Create(double value) => (Vector128<T>)(object)Vector128.Create(value);

        [MethodImpl(AggressiveInlining)]
        public static Vector128<T> MultiplyAdd(Vector128<T> x, Vector128<T> y, Vector128<T> z) =>
            (Vector128<T>)(object)Vector128.MultiplyAddEstimate((Vector128<double>)(object)x, (Vector128<double>)(object)y, (Vector128<double>)(object)z);

        [MethodImpl(AggressiveInlining)]
        public static Vector128<T> Horner(Vector128<T> p, Vector128<T> x, double a, double b, double c, double d)
        {
            Vector128<double> y = (Vector128<double>)(object)x;
            Vector128<double> sum = Vector128.MultiplyAddEstimate((Vector128<double>)(object)p, y, Vector128.Create(a));
            sum = Vector128.MultiplyAddEstimate(sum, y, Vector128.Create(b));
            sum = Vector128.MultiplyAddEstimate(sum, y, Vector128.Create(c));
            return (Vector128<T>)(object)Vector128.MultiplyAddEstimate(sum, y, Vector128.Create(d));
        }

        [MethodImpl(AggressiveInlining)]
        public static Vector128<T> Round(Vector128<T> x) => (Vector128<T>)(object)Vector128.Round((Vector128<double>)(object)x);

        [MethodImpl(AggressiveInlining)]
        public static Vector128<T> PowerOfTwo(Vector128<T> n) =>
            (Vector128<T>)(object)(((Vector128<double>)(object)n + Vector128.Create(DoubleLayout.IntegerAndBias)).AsUInt64() << DoubleLayout.MantissaBits).AsDouble();

        [MethodImpl(AggressiveInlining)]
        public static Vector128<T> Scale(Vector128<T> x, Vector128<T> n) =>
            (Vector128<T>)(object)Avx512F.VL.Scale((Vector128<double>)(object)x, (Vector128<double>)(object)n);

        [MethodImpl(AggressiveInlining)]
        public static Vector128<T> Exponent(Vector128<T> x)
        {
            Vector128<ulong> biased = (((Vector128<double>)(object)x).AsUInt64() + Vector128.Create(DoubleLayout.RootToOne)) >>> DoubleLayout.MantissaBits;
            return (Vector128<T>)(object)((biased | Vector128.Create(DoubleLayout.IntegerBits)).AsDouble() - Vector128.Create(DoubleLayout.IntegerPlusBias));
        }

        [MethodImpl(AggressiveInlining)]
        public static Vector128<T> Mantissa(Vector128<T> x)
        {
            Vector128<ulong> fraction = (((Vector128<double>)(object)x).AsUInt64() + Vector128.Create(DoubleLayout.RootToOne)) & Vector128.Create(DoubleLayout.MantissaMask);
            return (Vector128<T>)(object)(fraction + Vector128.Create(DoubleLayout.RootBits)).AsDouble();
        }
    }
}
