using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.Elementary;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen;

/// <summary>512-bit vectors. Where the machine has none, the runtime computes the same results in software.</summary>
/// <remarks>
/// A cast through <see cref="object"/> from the vector of <typeparamref name="T"/> to the vector of the type that T is compiles to
/// nothing, without optimisation too. With <c>As</c>, whose type arguments the JIT resolves anew in every call, it takes half as long
/// again to compile a function such as tanh.
/// </remarks>
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
        ? (Vector512<T>)(object)Vector512.Create((float)value)
        : InDouble.Create(value);

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
        ? (Vector512<T>)(object)Vector512.MultiplyAddEstimate((Vector512<float>)(object)x, (Vector512<float>)(object)y, (Vector512<float>)(object)z)
        : InDouble.MultiplyAdd(x, y, z);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> MultiplyAdd(Vector512<T> x, double y, Vector512<T> z) => typeof(T) == typeof(float)
        ? (Vector512<T>)(object)Vector512.MultiplyAddEstimate((Vector512<float>)(object)x, Vector512.Create((float)y), (Vector512<float>)(object)z)
        : InDouble.MultiplyAdd(x, InDouble.Create(y), z);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> MultiplyAdd(Vector512<T> x, double y, double z) => typeof(T) == typeof(float)
        ? (Vector512<T>)(object)Vector512.MultiplyAddEstimate((Vector512<float>)(object)x, Vector512.Create((float)y), Vector512.Create((float)z))
        : InDouble.MultiplyAdd(x, InDouble.Create(y), InDouble.Create(z));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Horner(Vector512<T> p, Vector512<T> x, double a, double b, double c, double d) => typeof(T) == typeof(float)
        ? (Vector512<T>)(object)Horner((Vector512<float>)(object)p, (Vector512<float>)(object)x, (float)a, (float)b, (float)c, (float)d)
        : InDouble.Horner(p, x, a, b, c, d);

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
        ? (Vector512<T>)(object)Vector512.Round((Vector512<float>)(object)x)
        : InDouble.Round(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> PowerOfTwo(Vector512<T> n) => typeof(T) == typeof(float)
        ? (Vector512<T>)(object)(((Vector512<float>)(object)n + Vector512.Create(SingleLayout.IntegerAndBias)).AsUInt32() << SingleLayout.MantissaBits).AsSingle()
        : InDouble.PowerOfTwo(n);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Scale(Vector512<T> x, Vector512<T> n)
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? (Vector512<T>)(object)Avx512F.Scale((Vector512<float>)(object)x, (Vector512<float>)(object)n)
                : InDouble.Scale(x, n);
        }

        return Scaling<Vector512<T>, Simd512<T>, T>.TwoSteps(x, n);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Exponent(Vector512<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            Vector512<uint> biased = (((Vector512<float>)(object)x).AsUInt32() + Vector512.Create(SingleLayout.RootToOne)) >>> SingleLayout.MantissaBits;
            return (Vector512<T>)(object)((biased | Vector512.Create(SingleLayout.IntegerBits)).AsSingle() - Vector512.Create(SingleLayout.IntegerPlusBias));
        }

        return InDouble.Exponent(x);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector512<T> Mantissa(Vector512<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            Vector512<uint> fraction = (((Vector512<float>)(object)x).AsUInt32() + Vector512.Create(SingleLayout.RootToOne)) & Vector512.Create(SingleLayout.MantissaMask);
            return (Vector512<T>)(object)(fraction + Vector512.Create(SingleLayout.RootBits)).AsSingle();
        }

        return InDouble.Mantissa(x);
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

    /// <summary>What is computed in double precision, apart: otherwise the JIT would load the vector of doubles for a branch that is never taken.</summary>
    private static class InDouble
    {
        [MethodImpl(AggressiveInlining)]
        public static Vector512<T> Create(double value) => (Vector512<T>)(object)Vector512.Create(value);

        [MethodImpl(AggressiveInlining)]
        public static Vector512<T> MultiplyAdd(Vector512<T> x, Vector512<T> y, Vector512<T> z) =>
            (Vector512<T>)(object)Vector512.MultiplyAddEstimate((Vector512<double>)(object)x, (Vector512<double>)(object)y, (Vector512<double>)(object)z);

        [MethodImpl(AggressiveInlining)]
        public static Vector512<T> Horner(Vector512<T> p, Vector512<T> x, double a, double b, double c, double d)
        {
            Vector512<double> y = (Vector512<double>)(object)x;
            Vector512<double> sum = Vector512.MultiplyAddEstimate((Vector512<double>)(object)p, y, Vector512.Create(a));
            sum = Vector512.MultiplyAddEstimate(sum, y, Vector512.Create(b));
            sum = Vector512.MultiplyAddEstimate(sum, y, Vector512.Create(c));
            return (Vector512<T>)(object)Vector512.MultiplyAddEstimate(sum, y, Vector512.Create(d));
        }

        [MethodImpl(AggressiveInlining)]
        public static Vector512<T> Round(Vector512<T> x) => (Vector512<T>)(object)Vector512.Round((Vector512<double>)(object)x);

        [MethodImpl(AggressiveInlining)]
        public static Vector512<T> PowerOfTwo(Vector512<T> n) =>
            (Vector512<T>)(object)(((Vector512<double>)(object)n + Vector512.Create(DoubleLayout.IntegerAndBias)).AsUInt64() << DoubleLayout.MantissaBits).AsDouble();

        [MethodImpl(AggressiveInlining)]
        public static Vector512<T> Scale(Vector512<T> x, Vector512<T> n) =>
            (Vector512<T>)(object)Avx512F.Scale((Vector512<double>)(object)x, (Vector512<double>)(object)n);

        [MethodImpl(AggressiveInlining)]
        public static Vector512<T> Exponent(Vector512<T> x)
        {
            Vector512<ulong> biased = (((Vector512<double>)(object)x).AsUInt64() + Vector512.Create(DoubleLayout.RootToOne)) >>> DoubleLayout.MantissaBits;
            return (Vector512<T>)(object)((biased | Vector512.Create(DoubleLayout.IntegerBits)).AsDouble() - Vector512.Create(DoubleLayout.IntegerPlusBias));
        }

        [MethodImpl(AggressiveInlining)]
        public static Vector512<T> Mantissa(Vector512<T> x)
        {
            Vector512<ulong> fraction = (((Vector512<double>)(object)x).AsUInt64() + Vector512.Create(DoubleLayout.RootToOne)) & Vector512.Create(DoubleLayout.MantissaMask);
            return (Vector512<T>)(object)(fraction + Vector512.Create(DoubleLayout.RootBits)).AsDouble();
        }
    }
}
