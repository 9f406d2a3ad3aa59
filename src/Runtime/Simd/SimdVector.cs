using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Elementary;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen;

/// <summary><see cref="Vector{T}"/>, whose width the machine decides: 256 bits on most x64 machines, 128 on Arm64.</summary>
/// <remarks>On the casts through <see cref="object"/> see <see cref="Simd512{T}"/>.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct SimdVector<T> : ISimd<Vector<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(AggressiveInlining)]
        get => Vector<T>.Count;
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Create(double value) => typeof(T) == typeof(float)
        ? (Vector<T>)(object)Vector.Create((float)value)
        : InDouble.Create(value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Create(T value) => Vector.Create(value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Load(ref readonly T source, nuint offset) => Vector.LoadUnsafe(in source, offset);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(Vector<T> value, ref T destination, nuint offset) => value.StoreUnsafe(ref destination, offset);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Add(Vector<T> x, Vector<T> y) => x + y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Subtract(Vector<T> x, Vector<T> y) => x - y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Multiply(Vector<T> x, Vector<T> y) => x * y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Divide(Vector<T> x, Vector<T> y) => x / y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> MultiplyAdd(Vector<T> x, Vector<T> y, Vector<T> z) => typeof(T) == typeof(float)
        ? (Vector<T>)(object)Vector.MultiplyAddEstimate((Vector<float>)(object)x, (Vector<float>)(object)y, (Vector<float>)(object)z)
        : InDouble.MultiplyAdd(x, y, z);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> MultiplyAdd(Vector<T> x, double y, Vector<T> z) => typeof(T) == typeof(float)
        ? (Vector<T>)(object)Vector.MultiplyAddEstimate((Vector<float>)(object)x, Vector.Create((float)y), (Vector<float>)(object)z)
        : InDouble.MultiplyAdd(x, InDouble.Create(y), z);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> MultiplyAdd(Vector<T> x, double y, double z) => typeof(T) == typeof(float)
        ? (Vector<T>)(object)Vector.MultiplyAddEstimate((Vector<float>)(object)x, Vector.Create((float)y), Vector.Create((float)z))
        : InDouble.MultiplyAdd(x, InDouble.Create(y), InDouble.Create(z));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Horner(Vector<T> p, Vector<T> x, double a, double b, double c, double d) => typeof(T) == typeof(float)
        ? (Vector<T>)(object)Horner((Vector<float>)(object)p, (Vector<float>)(object)x, (float)a, (float)b, (float)c, (float)d)
        : InDouble.Horner(p, x, a, b, c, d);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Negate(Vector<T> x) => -x;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Abs(Vector<T> x) => Vector.Abs(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Sqrt(Vector<T> x) => Vector.SquareRoot(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Max(Vector<T> x, Vector<T> y) => Vector.MaxNative(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Min(Vector<T> x, Vector<T> y) => Vector.MinNative(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> LessThan(Vector<T> x, Vector<T> y) => Vector.LessThan(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> LessThanOrEqual(Vector<T> x, Vector<T> y) => Vector.LessThanOrEqual(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Equals(Vector<T> x, Vector<T> y) => Vector.Equals(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Select(Vector<T> mask, Vector<T> ifTrue, Vector<T> ifFalse) =>
        Vector.ConditionalSelect(mask, ifTrue, ifFalse);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> And(Vector<T> x, Vector<T> y) => x & y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Or(Vector<T> x, Vector<T> y) => x | y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> CopySign(Vector<T> x, Vector<T> y) => Vector.ConditionalSelect(Create(-0.0), y, x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Round(Vector<T> x) => typeof(T) == typeof(float)
        ? (Vector<T>)(object)Vector.Round((Vector<float>)(object)x)
        : InDouble.Round(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> PowerOfTwo(Vector<T> n) => typeof(T) == typeof(float)
        ? (Vector<T>)(object)(((Vector<float>)(object)n + Vector.Create(SingleLayout.IntegerAndBias)).As<float, uint>() << SingleLayout.MantissaBits).As<uint, float>()
        : InDouble.PowerOfTwo(n);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Scale(Vector<T> x, Vector<T> n)
    {
        return Scaling<Vector<T>, SimdVector<T>, T>.TwoSteps(x, n);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Exponent(Vector<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            Vector<uint> biased = (((Vector<float>)(object)x).As<float, uint>() + Vector.Create(SingleLayout.RootToOne)) >>> SingleLayout.MantissaBits;
            return (Vector<T>)(object)((biased | Vector.Create(SingleLayout.IntegerBits)).As<uint, float>() - Vector.Create(SingleLayout.IntegerPlusBias));
        }

        return InDouble.Exponent(x);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Mantissa(Vector<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            Vector<uint> fraction = (((Vector<float>)(object)x).As<float, uint>() + Vector.Create(SingleLayout.RootToOne)) & Vector.Create(SingleLayout.MantissaMask);
            return (Vector<T>)(object)(fraction + Vector.Create(SingleLayout.RootBits)).As<uint, float>();
        }

        return InDouble.Mantissa(x);
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Sum(Vector<T> x) => Vector.Sum(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Exp(Vector<T> x) => Exponential<Vector<T>, SimdVector<T>, T>.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Expm1(Vector<T> x) => Exponential<Vector<T>, SimdVector<T>, T>.Expm1(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Log(Vector<T> x) => Logarithm<Vector<T>, SimdVector<T>, T>.Log(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Log1p(Vector<T> x) => Logarithm<Vector<T>, SimdVector<T>, T>.Log1p(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Tanh(Vector<T> x) => Hyperbolic<Vector<T>, SimdVector<T>, T>.Tanh(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Sigmoid(Vector<T> x) => Logistic<Vector<T>, SimdVector<T>, T>.Sigmoid(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Softplus(Vector<T> x) => Logistic<Vector<T>, SimdVector<T>, T>.Softplus(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Erf(Vector<T> x) => ErrorFunction<Vector<T>, SimdVector<T>, T>.Erf(x);

    [MethodImpl(AggressiveInlining)]
    private static Vector<float> Horner(Vector<float> p, Vector<float> x, float a, float b, float c, float d)
    {
        p = Vector.MultiplyAddEstimate(p, x, Vector.Create(a));
        p = Vector.MultiplyAddEstimate(p, x, Vector.Create(b));
        p = Vector.MultiplyAddEstimate(p, x, Vector.Create(c));
        return Vector.MultiplyAddEstimate(p, x, Vector.Create(d));
    }

    /// <summary>What is computed in double precision, apart: otherwise the JIT would load the vector of doubles for a branch that is never taken.</summary>
    private static class InDouble
    {
        [MethodImpl(AggressiveInlining)]
        public static Vector<T> Create(double value) => (Vector<T>)(object)Vector.Create(value);

        [MethodImpl(AggressiveInlining)]
        public static Vector<T> MultiplyAdd(Vector<T> x, Vector<T> y, Vector<T> z) =>
            (Vector<T>)(object)Vector.MultiplyAddEstimate((Vector<double>)(object)x, (Vector<double>)(object)y, (Vector<double>)(object)z);

        [MethodImpl(AggressiveInlining)]
        public static Vector<T> Horner(Vector<T> p, Vector<T> x, double a, double b, double c, double d)
        {
            Vector<double> y = (Vector<double>)(object)x;
            Vector<double> sum = Vector.MultiplyAddEstimate((Vector<double>)(object)p, y, Vector.Create(a));
            sum = Vector.MultiplyAddEstimate(sum, y, Vector.Create(b));
            sum = Vector.MultiplyAddEstimate(sum, y, Vector.Create(c));
            return (Vector<T>)(object)Vector.MultiplyAddEstimate(sum, y, Vector.Create(d));
        }

        [MethodImpl(AggressiveInlining)]
        public static Vector<T> Round(Vector<T> x) => (Vector<T>)(object)Vector.Round((Vector<double>)(object)x);

        [MethodImpl(AggressiveInlining)]
        public static Vector<T> PowerOfTwo(Vector<T> n) =>
            (Vector<T>)(object)(((Vector<double>)(object)n + Vector.Create(DoubleLayout.IntegerAndBias)).As<double, ulong>() << DoubleLayout.MantissaBits).As<ulong, double>();

        [MethodImpl(AggressiveInlining)]
        public static Vector<T> Exponent(Vector<T> x)
        {
            Vector<ulong> biased = (((Vector<double>)(object)x).As<double, ulong>() + Vector.Create(DoubleLayout.RootToOne)) >>> DoubleLayout.MantissaBits;
            return (Vector<T>)(object)((biased | Vector.Create(DoubleLayout.IntegerBits)).As<ulong, double>() - Vector.Create(DoubleLayout.IntegerPlusBias));
        }

        [MethodImpl(AggressiveInlining)]
        public static Vector<T> Mantissa(Vector<T> x)
        {
            Vector<ulong> fraction = (((Vector<double>)(object)x).As<double, ulong>() + Vector.Create(DoubleLayout.RootToOne)) & Vector.Create(DoubleLayout.MantissaMask);
            return (Vector<T>)(object)(fraction + Vector.Create(DoubleLayout.RootBits)).As<ulong, double>();
        }
    }
}
