using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Tiles;

/// <summary>Lanes of two vectors in turns.</summary>
internal static class Zip
{
    /// <summary>Whether the machine has instructions for it.</summary>
    public static bool IsSupported
    {
        [MethodImpl(AggressiveInlining)]
        get => Sse2.IsSupported || AdvSimd.Arm64.IsSupported;
    }

    /// <summary>x₀, y₀, x₁, y₁.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<float> Lower(Vector128<float> x, Vector128<float> y) =>
        Sse.IsSupported ? Sse.UnpackLow(x, y) : AdvSimd.Arm64.ZipLow(x, y);

    /// <summary>x₂, y₂, x₃, y₃.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<float> Upper(Vector128<float> x, Vector128<float> y) =>
        Sse.IsSupported ? Sse.UnpackHigh(x, y) : AdvSimd.Arm64.ZipHigh(x, y);

    /// <summary>x₀, y₀.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<double> Lower(Vector128<double> x, Vector128<double> y) =>
        Sse2.IsSupported ? Sse2.UnpackLow(x, y) : AdvSimd.Arm64.ZipLow(x, y);

    /// <summary>x₁, y₁.</summary>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<double> Upper(Vector128<double> x, Vector128<double> y) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(x, y) : AdvSimd.Arm64.ZipHigh(x, y);
}
