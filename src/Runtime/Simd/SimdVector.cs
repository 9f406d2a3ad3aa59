using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Elementary;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen;

/// <summary><see cref="Vector{T}"/>, whose width the machine decides: 256 bits on most x64 machines, 128 on Arm64.</summary>
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
        ? Vector.Create((float)value).As<float, T>()
        : Vector.Create(value).As<double, T>();

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
        ? Vector.MultiplyAddEstimate(x.As<T, float>(), y.As<T, float>(), z.As<T, float>()).As<float, T>()
        : Vector.MultiplyAddEstimate(x.As<T, double>(), y.As<T, double>(), z.As<T, double>()).As<double, T>();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Horner(Vector<T> p, Vector<T> x, double a, double b, double c, double d) => typeof(T) == typeof(float)
        ? Horner(p.As<T, float>(), x.As<T, float>(), (float)a, (float)b, (float)c, (float)d).As<float, T>()
        : Horner(p.As<T, double>(), x.As<T, double>(), a, b, c, d).As<double, T>();

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
        ? Vector.Round(x.As<T, float>()).As<float, T>()
        : Vector.Round(x.As<T, double>()).As<double, T>();

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> PowerOfTwo(Vector<T> n) => typeof(T) == typeof(float)
        ? ((n.As<T, float>() + Vector.Create(SingleLayout.IntegerAndBias)).As<float, uint>() << SingleLayout.MantissaBits).As<uint, T>()
        : ((n.As<T, double>() + Vector.Create(DoubleLayout.IntegerAndBias)).As<double, ulong>() << DoubleLayout.MantissaBits).As<ulong, T>();

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
            Vector<uint> biased = (x.As<T, uint>() + Vector.Create(SingleLayout.RootToOne)) >>> SingleLayout.MantissaBits;
            return ((biased | Vector.Create(SingleLayout.IntegerBits)).As<uint, float>() - Vector.Create(SingleLayout.IntegerPlusBias)).As<float, T>();
        }
        else
        {
            Vector<ulong> biased = (x.As<T, ulong>() + Vector.Create(DoubleLayout.RootToOne)) >>> DoubleLayout.MantissaBits;
            return ((biased | Vector.Create(DoubleLayout.IntegerBits)).As<ulong, double>() - Vector.Create(DoubleLayout.IntegerPlusBias)).As<double, T>();
        }
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Vector<T> Mantissa(Vector<T> x)
    {
        if (typeof(T) == typeof(float))
        {
            Vector<uint> fraction = (x.As<T, uint>() + Vector.Create(SingleLayout.RootToOne)) & Vector.Create(SingleLayout.MantissaMask);
            return (fraction + Vector.Create(SingleLayout.RootBits)).As<uint, T>();
        }
        else
        {
            Vector<ulong> fraction = (x.As<T, ulong>() + Vector.Create(DoubleLayout.RootToOne)) & Vector.Create(DoubleLayout.MantissaMask);
            return (fraction + Vector.Create(DoubleLayout.RootBits)).As<ulong, T>();
        }
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

    [MethodImpl(AggressiveInlining)]
    private static Vector<double> Horner(Vector<double> p, Vector<double> x, double a, double b, double c, double d)
    {
        p = Vector.MultiplyAddEstimate(p, x, Vector.Create(a));
        p = Vector.MultiplyAddEstimate(p, x, Vector.Create(b));
        p = Vector.MultiplyAddEstimate(p, x, Vector.Create(c));
        return Vector.MultiplyAddEstimate(p, x, Vector.Create(d));
    }
}
