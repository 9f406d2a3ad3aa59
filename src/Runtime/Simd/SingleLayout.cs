namespace NetGen;

/// <summary>Bit patterns of <see cref="float"/> behind <see cref="ISimd{TVector, T}"/>'s exponent primitives.</summary>
internal static class SingleLayout
{
    public const int MantissaBits = 23;

    public const uint MantissaMask = (1u << MantissaBits) - 1;

    private const int Bias = 127;

    /// <summary>1.5·2²³ plus the bias: added to an integer n, it leaves n + bias in the low bits of the sum.</summary>
    public const float IntegerAndBias = (1 << MantissaBits) + (1 << (MantissaBits - 1)) + Bias;

    /// <summary>The bits of 2²³: a small integer, or-ed into them, reads as 2²³ plus that integer.</summary>
    public const uint IntegerBits = (uint)(Bias + MantissaBits) << MantissaBits;

    public const float IntegerPlusBias = (1 << MantissaBits) + Bias;

    /// <summary>The bits of √½, where a binade of mantissas in [√½, √2) starts.</summary>
    public const uint RootBits = 0x3F3504F3;

    /// <summary>The distance of bits from √½ to 1.</summary>
    public const uint RootToOne = ((uint)Bias << MantissaBits) - RootBits;
}
