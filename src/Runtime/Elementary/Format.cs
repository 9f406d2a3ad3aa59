using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Elementary;

/// <summary>Facts of Single and Double that the reductions rest on; ln 2 is split as in Cephes and fdlibm.</summary>
internal static class Format<T>
    where T : unmanaged
{
    /// <summary>The exponent of the least normal number.</summary>
    public static double LeastExponent
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? -126 : -1022;
    }

    /// <summary>The least normal number, 2 to that exponent.</summary>
    public static double LeastNormal
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 1.17549435082228751e-38 : 2.2250738585072014e-308;
    }

    /// <summary>1.5·2^(mantissa bits): adding and subtracting it rounds to the nearest integer.</summary>
    public static double RoundingShift
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 12582912 : 6755399441055744;
    }

    /// <summary>ln 2 in few enough bits that a product with any exponent is exact.</summary>
    public static double Ln2High
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 0.693359375 : 6.93147180369123816490e-01;
    }

    /// <summary>The rest of ln 2.</summary>
    public static double Ln2Low
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? -2.12194440054690583e-4 : 1.90821492927058770002e-10;
    }
}
