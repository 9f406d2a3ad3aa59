using System.Numerics;

namespace NetGen;

/// <summary>
/// Operations on a vector of <typeparamref name="T"/> whatever its width, so that an operator is written once and runs
/// at 512, 256 and 128 bits, as <see cref="Vector{T}"/> and as a scalar. The implementations are empty structs; every
/// call is inlined to the instruction it names.
/// </summary>
/// <typeparam name="TVector">The vector: <c>Vector512&lt;T&gt;</c>, …, <see cref="Vector{T}"/>, or <typeparamref name="T"/> itself.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public interface ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>A vector with <paramref name="value"/>, rounded to <typeparamref name="T"/>, in every lane.</summary>
    static abstract TVector Create(double value);

    /// <summary>A vector with <paramref name="value"/> in every lane.</summary>
    static abstract TVector Create(T value);

    /// <summary>Reads <see cref="Count"/> elements, starting <paramref name="offset"/> elements after <paramref name="source"/>.</summary>
    static abstract TVector Load(ref readonly T source, nuint offset);

    /// <summary>Writes <see cref="Count"/> elements, starting <paramref name="offset"/> elements after <paramref name="destination"/>.</summary>
    static abstract void Store(TVector value, ref T destination, nuint offset);

    /// <summary>x + y.</summary>
    static abstract TVector Add(TVector x, TVector y);

    /// <summary>x − y.</summary>
    static abstract TVector Subtract(TVector x, TVector y);

    /// <summary>x · y.</summary>
    static abstract TVector Multiply(TVector x, TVector y);

    /// <summary>x / y.</summary>
    static abstract TVector Divide(TVector x, TVector y);

    /// <summary>x · y + z, fused to one rounding where the machine can.</summary>
    static abstract TVector MultiplyAdd(TVector x, TVector y, TVector z);

    /// <summary>x · y + z with one number y in all lanes: one call instead of two, as <see cref="Horner"/> says.</summary>
    static abstract TVector MultiplyAdd(TVector x, double y, TVector z);

    /// <summary>x · y + z with the numbers y and z in all lanes: one call instead of three, as <see cref="Horner"/> says.</summary>
    static abstract TVector MultiplyAdd(TVector x, double y, double z);

    /// <summary>
    /// (((p·x + a)·x + b)·x + c)·x + d: four steps of Horner's scheme. One call instead of eight, each of which would take the
    /// JIT time to resolve and inline.
    /// </summary>
    static abstract TVector Horner(TVector p, TVector x, double a, double b, double c, double d);

    /// <summary>−x.</summary>
    static abstract TVector Negate(TVector x);

    /// <summary>|x|.</summary>
    static abstract TVector Abs(TVector x);

    /// <summary>√x.</summary>
    static abstract TVector Sqrt(TVector x);

    /// <summary>The larger of each pair; NaN where <paramref name="y"/> is NaN. Put the value that may be NaN second.</summary>
    static abstract TVector Max(TVector x, TVector y);

    /// <summary>The smaller of each pair; NaN where <paramref name="y"/> is NaN. Put the value that may be NaN second.</summary>
    static abstract TVector Min(TVector x, TVector y);

    /// <summary>A mask (all bits set) where x &lt; y.</summary>
    static abstract TVector LessThan(TVector x, TVector y);

    /// <summary>A mask (all bits set) where x ≤ y.</summary>
    static abstract TVector LessThanOrEqual(TVector x, TVector y);

    /// <summary>A mask (all bits set) where x = y.</summary>
    static abstract TVector Equals(TVector x, TVector y);

    /// <summary><paramref name="ifTrue"/> where the mask is set, <paramref name="ifFalse"/> elsewhere.</summary>
    static abstract TVector Select(TVector mask, TVector ifTrue, TVector ifFalse);

    /// <summary>Bitwise and of the raw bits.</summary>
    static abstract TVector And(TVector x, TVector y);

    /// <summary>Bitwise or of the raw bits.</summary>
    static abstract TVector Or(TVector x, TVector y);

    /// <summary>x with the sign of y.</summary>
    static abstract TVector CopySign(TVector x, TVector y);

    /// <summary>The nearest integer, ties to even.</summary>
    static abstract TVector Round(TVector x);

    /// <summary>2ⁿ of an integral-valued n within the exponents of normal numbers.</summary>
    static abstract TVector PowerOfTwo(TVector n);

    /// <summary>
    /// x · 2ⁿ of an integral-valued n, rounded once, for 1/2 ≤ |x| ≤ 2 and results down to the least denormal and up to ∞, or where
    /// neither x nor x · 2^(n/2) is denormal: |n| ≤ 252 (Single), |n| ≤ 2044 (Double).
    /// </summary>
    static abstract TVector Scale(TVector x, TVector n);

    /// <summary>The exponent e of a positive normal x = m·2ᵉ with m in [√½, √2), as a number.</summary>
    static abstract TVector Exponent(TVector x);

    /// <summary>The mantissa m in [√½, √2) of a positive normal x = m·2ᵉ.</summary>
    static abstract TVector Mantissa(TVector x);

    /// <summary>The sum of the lanes.</summary>
    static abstract T Sum(TVector x);

    /// <summary>eˣ: within 2 ULP, ∞ exactly where the true value rounds to it.</summary>
    static abstract TVector Exp(TVector x);

    /// <summary>eˣ − 1: within 2 ULP (Single) or 3 (Double), near 0 too.</summary>
    static abstract TVector Expm1(TVector x);

    /// <summary>ln x: within 2 ULP; −∞ at ±0, NaN below.</summary>
    static abstract TVector Log(TVector x);

    /// <summary>ln(1 + x): within 2 ULP (Single) or 3 (Double), near 0 too; −∞ at −1, NaN below.</summary>
    static abstract TVector Log1p(TVector x);

    /// <summary>tanh x: within 2 ULP (Single) or 3 (Double), ±0 at ±0 and ±1 at ±∞.</summary>
    static abstract TVector Tanh(TVector x);

    /// <summary>1 / (1 + e⁻ˣ): within 2 ULP (Single) or 3 (Double), denormal results included.</summary>
    static abstract TVector Sigmoid(TVector x);

    /// <summary>ln(1 + eˣ): within 3 ULP, without overflow.</summary>
    static abstract TVector Softplus(TVector x);

    /// <summary>The error function 2/√π ∫₀ˣ e^(−t²) dt: within 2 ULP (Single) or 3 (Double).</summary>
    static abstract TVector Erf(TVector x);
}
