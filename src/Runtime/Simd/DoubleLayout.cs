namespace NetGen;

/// <summary>Bit patterns of <see cref="double"/> behind <see cref="ISimd{TVector, T}"/>'s exponent primitives.</summary>
internal static class DoubleLayout
{
    public const int MantissaBits = 52;

    public const ulong MantissaMask = (1UL << MantissaBits) - 1;

    private const int Bias = 1023;

    /// <summary>1.5·2⁵² plus the bias: added to an integer n, it leaves n + bias in the low bits of the sum.</summary>
    public const double IntegerAndBias = (1L << MantissaBits) + (1L << (MantissaBits - 1)) + Bias;

    /// <summary>The bits of 2⁵²: a small integer, or-ed into them, reads as 2⁵² plus that integer.</summary>
    public const ulong IntegerBits = (ulong)(Bias + MantissaBits) << MantissaBits;

    public const double IntegerPlusBias = (1L << MantissaBits) + Bias;

    /// <summary>The bits of √½, where a binade of mantissas in [√½, √2) starts.</summary>
    public const ulong RootBits = 0x3FE6A09E667F3BCD;

    /// <summary>The distance of bits from √½ to 1.</summary>
    public const ulong RootToOne = ((ulong)Bias << MantissaBits) - RootBits;
}
