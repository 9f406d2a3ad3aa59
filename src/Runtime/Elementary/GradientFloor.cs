using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Elementary;

/// <summary>
/// Gradients below 2⁻¹¹⁰ (Single) or 2⁻⁹⁷⁰ (Double) in magnitude are taken as 0. Behind a softmax that is sure of itself they
/// fade into denormal numbers, on which many processors compute some ten times slower, and .NET has no switch that
/// flushes those to zero. The floor is high enough that products with ordinary activations and weights are not denormal
/// either, and far below what rounding leaves of any sum with a gradient that matters.
/// </summary>
internal static class GradientFloor
{
    /// <summary>2⁻¹¹⁰.</summary>
    public const double Single = 7.703719777548943e-34;

    /// <summary>2⁻⁹⁷⁰.</summary>
    public const double Double = 1.0020841800044864e-292;

    /// <summary>
    /// The gradient, or 0 where it is negligible; NaN stays. No branch on single numbers either: behind a ReLU half of them are 0, and no
    /// processor can tell which.
    /// </summary>
    [MethodImpl(AggressiveInlining)]
    public static TVector Flush<TVector, TSimd, T>(TVector gradient)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TVector floor = TSimd.Create(typeof(T) == typeof(float) ? Single : Double);
        return TSimd.Select(TSimd.LessThan(TSimd.Abs(gradient), floor), TSimd.Create(0.0), gradient);
    }
}
