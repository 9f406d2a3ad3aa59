using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.Elementary;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen;

/// <summary>256-bit vectors. Where the machine has none, the runtime computes the same results in software.</summary>
/// <remarks>On the casts through <see cref="object"/> see <see cref="Simd512{T}"/>.</remarks>
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
        ? (Vector256<T>)(object)Vector256.Create((float)value)
        : InDouble.Create(value);

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
        ? (Vector256<T>)(object)Vector256.MultiplyAddEstimate((Vector256<float>)(object)x, (Vector256<float>)(object)y, (Vector256<float>)(object)z)
        : InDouble.MultiplyAdd(x, y, z);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> MultiplyAdd(Vector256<T> x, double y, Vector256<T> z) => typeof(T) == typeof(float)
        ? (Vector256<T>)(object)Vector256.MultiplyAddEstimate((Vector256<float>)(object)x, Vector256.Create((float)y), (Vector256<float>)(object)z)
        : InDouble.MultiplyAdd(x, InDouble.Create(y), z);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> MultiplyAdd(Vector256<T> x, double y, double z) => typeof(T) == typeof(float)
        ? (Vector256<T>)(object)Vector256.MultiplyAddEstimate((Vector256<float>)(object)x, Vector256.Create((float)y), Vector256.Create((float)z))
        : InDouble.MultiplyAdd(x, InDouble.Create(y), InDouble.Create(z));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Horner(Vector256<T> p, Vector256<T> x, double a, double b, double c, double d) => typeof(T) == typeof(float)
        ? (Vector256<T>)(object)Horner((Vector256<float>)(object)p, (Vector256<float>)(object)x, (float)a, (float)b, (float)c, (float)d)
        : InDouble.Horner(p, x, a, b, c, d);

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
        ? (Vector256<T>)(object)Vector256.Round((Vector256<float>)(object)x)
        : InDouble.Round(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> PowerOfTwo(Vector256<T> n) => typeof(T) == typeof(float)
        ? (Vector256<T>)(object)(((Vector256<float>)(object)n + Vector256.Create(SingleLayout.IntegerAndBias)).AsUInt32() << SingleLayout.MantissaBits).AsSingle()
        : InDouble.PowerOfTwo(n);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Scale(Vector256<T> x, Vector256<T> n)
    {
        if (Avx512F.VL.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? (Vector256<T>)(object)Avx512F.VL.Scale((Vector256<float>)(object)x, (Vector256<float>)(object)n)
                : InDouble.Scale(x, n);
        }

        return Scaling<Vector256<T>, Simd256<T>, T>.TwoSteps(x, n);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Exponent(Vector256<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            Vector256<uint> biased = (((Vector256<float>)(object)x).AsUInt32() + Vector256.Create(SingleLayout.RootToOne)) >>> SingleLayout.MantissaBits;
            return (Vector256<T>)(object)((biased | Vector256.Create(SingleLayout.IntegerBits)).AsSingle() - Vector256.Create(SingleLayout.IntegerPlusBias));
        }

        return InDouble.Exponent(x);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<T> Mantissa(Vector256<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            Vector256<uint> fraction = (((Vector256<float>)(object)x).AsUInt32() + Vector256.Create(SingleLayout.RootToOne)) & Vector256.Create(SingleLayout.MantissaMask);
            return (Vector256<T>)(object)(fraction + Vector256.Create(SingleLayout.RootBits)).AsSingle();
        }

        return InDouble.Mantissa(x);
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

    /// <summary>What is computed in double precision, apart: otherwise the JIT would load the vector of doubles for a branch that is never taken.</summary>
    private static class InDouble
    {
        [MethodImpl(AggressiveInlining)]
        public static Vector256<T> Create(double value) => (Vector256<T>)(object)Vector256.Create(value);

        [MethodImpl(AggressiveInlining)]
        public static Vector256<T> MultiplyAdd(Vector256<T> x, Vector256<T> y, Vector256<T> z) =>
            (Vector256<T>)(object)Vector256.MultiplyAddEstimate((Vector256<double>)(object)x, (Vector256<double>)(object)y, (Vector256<double>)(object)z);

        [MethodImpl(AggressiveInlining)]
        public static Vector256<T> Horner(Vector256<T> p, Vector256<T> x, double a, double b, double c, double d)
        {
            Vector256<double> y = (Vector256<double>)(object)x;
            Vector256<double> sum = Vector256.MultiplyAddEstimate((Vector256<double>)(object)p, y, Vector256.Create(a));
            sum = Vector256.MultiplyAddEstimate(sum, y, Vector256.Create(b));
            sum = Vector256.MultiplyAddEstimate(sum, y, Vector256.Create(c));
            return (Vector256<T>)(object)Vector256.MultiplyAddEstimate(sum, y, Vector256.Create(d));
        }

        [MethodImpl(AggressiveInlining)]
        public static Vector256<T> Round(Vector256<T> x) => (Vector256<T>)(object)Vector256.Round((Vector256<double>)(object)x);

        [MethodImpl(AggressiveInlining)]
        public static Vector256<T> PowerOfTwo(Vector256<T> n) =>
            (Vector256<T>)(object)(((Vector256<double>)(object)n + Vector256.Create(DoubleLayout.IntegerAndBias)).AsUInt64() << DoubleLayout.MantissaBits).AsDouble();

        [MethodImpl(AggressiveInlining)]
        public static Vector256<T> Scale(Vector256<T> x, Vector256<T> n) =>
            (Vector256<T>)(object)Avx512F.VL.Scale((Vector256<double>)(object)x, (Vector256<double>)(object)n);

        [MethodImpl(AggressiveInlining)]
        public static Vector256<T> Exponent(Vector256<T> x)
        {
            Vector256<ulong> biased = (((Vector256<double>)(object)x).AsUInt64() + Vector256.Create(DoubleLayout.RootToOne)) >>> DoubleLayout.MantissaBits;
            return (Vector256<T>)(object)((biased | Vector256.Create(DoubleLayout.IntegerBits)).AsDouble() - Vector256.Create(DoubleLayout.IntegerPlusBias));
        }

        [MethodImpl(AggressiveInlining)]
        public static Vector256<T> Mantissa(Vector256<T> x)
        {
            Vector256<ulong> fraction = (((Vector256<double>)(object)x).AsUInt64() + Vector256.Create(DoubleLayout.RootToOne)) & Vector256.Create(DoubleLayout.MantissaMask);
            return (Vector256<T>)(object)(fraction + Vector256.Create(DoubleLayout.RootBits)).AsDouble();
        }
    }
}
