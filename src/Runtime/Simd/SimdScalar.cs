using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Elementary;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen;

/// <summary>
/// One number, as a vector of one lane: up to rounding, the same results as the wider vectors.
/// A mask is a number whose bits are all ones or all zeros.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct SimdScalar<T> : ISimd<T, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Create(double value) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<float, T>((float)value)
        : Unsafe.BitCast<double, T>(value);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Create(T value) => value;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Load(ref readonly T source, nuint offset) => Unsafe.Add(ref Unsafe.AsRef(in source), offset);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static void Store(T value, ref T destination, nuint offset) => Unsafe.Add(ref destination, offset) = value;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Add(T x, T y) => x + y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Subtract(T x, T y) => x - y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Multiply(T x, T y) => x * y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Divide(T x, T y) => x / y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T MultiplyAdd(T x, T y, T z) => T.MultiplyAddEstimate(x, y, z);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T MultiplyAdd(T x, double y, T z) => T.MultiplyAddEstimate(x, Create(y), z);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T MultiplyAdd(T x, double y, double z) => T.MultiplyAddEstimate(x, Create(y), Create(z));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Horner(T p, T x, double a, double b, double c, double d)
    {
        p = T.MultiplyAddEstimate(p, x, Create(a));
        p = T.MultiplyAddEstimate(p, x, Create(b));
        p = T.MultiplyAddEstimate(p, x, Create(c));
        return T.MultiplyAddEstimate(p, x, Create(d));
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Negate(T x) => -x;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Abs(T x) => T.Abs(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Sqrt(T x) => T.Sqrt(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Max(T x, T y) => Vector128.IsHardwareAccelerated
        ? Vector128.MaxNative(Lane(x), Lane(y)).ToScalar()
        : x > y ? x : y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Min(T x, T y) => Vector128.IsHardwareAccelerated
        ? Vector128.MinNative(Lane(x), Lane(y)).ToScalar()
        : x < y ? x : y;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T LessThan(T x, T y) => Vector128.IsHardwareAccelerated
        ? Vector128.LessThan(Lane(x), Lane(y)).ToScalar()
        : ScalarBits<T>.Mask(x < y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T LessThanOrEqual(T x, T y) => Vector128.IsHardwareAccelerated
        ? Vector128.LessThanOrEqual(Lane(x), Lane(y)).ToScalar()
        : ScalarBits<T>.Mask(x <= y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Equals(T x, T y) => Vector128.IsHardwareAccelerated
        ? Vector128.Equals(Lane(x), Lane(y)).ToScalar()
        : ScalarBits<T>.Mask(x == y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Select(T mask, T ifTrue, T ifFalse) => Vector128.IsHardwareAccelerated
        ? Vector128.ConditionalSelect(Lane(mask), Lane(ifTrue), Lane(ifFalse)).ToScalar()
        : ScalarBits<T>.From((ScalarBits<T>.Of(mask) & ScalarBits<T>.Of(ifTrue)) | (~ScalarBits<T>.Of(mask) & ScalarBits<T>.Of(ifFalse)));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T And(T x, T y) => Vector128.IsHardwareAccelerated
        ? (Lane(x) & Lane(y)).ToScalar()
        : ScalarBits<T>.From(ScalarBits<T>.Of(x) & ScalarBits<T>.Of(y));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Or(T x, T y) => Vector128.IsHardwareAccelerated
        ? (Lane(x) | Lane(y)).ToScalar()
        : ScalarBits<T>.From(ScalarBits<T>.Of(x) | ScalarBits<T>.Of(y));

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T CopySign(T x, T y) => T.CopySign(x, y);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Round(T x) => T.Round(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T PowerOfTwo(T n) => typeof(T) == typeof(float)
        ? ScalarBits<T>.From(ScalarBits<T>.Of(n + Create(SingleLayout.IntegerAndBias)) << SingleLayout.MantissaBits)
        : ScalarBits<T>.From(ScalarBits<T>.Of(n + Create(DoubleLayout.IntegerAndBias)) << DoubleLayout.MantissaBits);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Scale(T x, T n) => Scaling<T, SimdScalar<T>, T>.TwoSteps(x, n);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Exponent(T x) => typeof(T) == typeof(float)
        ? ScalarBits<T>.From(((ScalarBits<T>.Of(x) + SingleLayout.RootToOne) >> SingleLayout.MantissaBits) | SingleLayout.IntegerBits) - Create(SingleLayout.IntegerPlusBias)
        : ScalarBits<T>.From(((ScalarBits<T>.Of(x) + DoubleLayout.RootToOne) >> DoubleLayout.MantissaBits) | DoubleLayout.IntegerBits) - Create(DoubleLayout.IntegerPlusBias);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Mantissa(T x) => typeof(T) == typeof(float)
        ? ScalarBits<T>.From(((ScalarBits<T>.Of(x) + SingleLayout.RootToOne) & SingleLayout.MantissaMask) + SingleLayout.RootBits)
        : ScalarBits<T>.From(((ScalarBits<T>.Of(x) + DoubleLayout.RootToOne) & DoubleLayout.MantissaMask) + DoubleLayout.RootBits);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Sum(T x) => x;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Exp(T x) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<float, T>(SingleInDouble.Exp(Unsafe.BitCast<T, float>(x)))
        : Exponential<T, SimdScalar<T>, T>.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Expm1(T x) => Exponential<T, SimdScalar<T>, T>.Expm1(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Log(T x) => Logarithm<T, SimdScalar<T>, T>.Log(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Log1p(T x) => Logarithm<T, SimdScalar<T>, T>.Log1p(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Tanh(T x) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<float, T>(SingleInDouble.Tanh(Unsafe.BitCast<T, float>(x)))
        : Hyperbolic<T, SimdScalar<T>, T>.Tanh(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Sigmoid(T x) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<float, T>(SingleInDouble.Sigmoid(Unsafe.BitCast<T, float>(x)))
        : Logistic<T, SimdScalar<T>, T>.Sigmoid(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Softplus(T x) => Logistic<T, SimdScalar<T>, T>.Softplus(x);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static T Erf(T x) => ErrorFunction<T, SimdScalar<T>, T>.Erf(x);

    [MethodImpl(AggressiveInlining)]
    private static Vector128<T> Lane(T x) => Vector128.CreateScalarUnsafe(x);
}
