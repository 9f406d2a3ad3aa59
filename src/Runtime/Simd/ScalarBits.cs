using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen;

/// <summary>The raw bits of a <see cref="float"/> or <see cref="double"/>, those of a <see cref="float"/> in the low half.</summary>
internal static class ScalarBits<T>
    where T : unmanaged
{
    [MethodImpl(AggressiveInlining)]
    public static ulong Of(T x) => typeof(T) == typeof(float) ? Unsafe.BitCast<T, uint>(x) : Unsafe.BitCast<T, ulong>(x);

    [MethodImpl(AggressiveInlining)]
    public static T From(ulong bits) => typeof(T) == typeof(float) ? Unsafe.BitCast<uint, T>((uint)bits) : Unsafe.BitCast<ulong, T>(bits);

    [MethodImpl(AggressiveInlining)]
    public static T Mask(bool set) => From(set ? ulong.MaxValue : 0);
}
