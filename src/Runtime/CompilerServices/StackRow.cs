using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Memory in a local variable for the values of a single row, which costs no more than clearing it. It is a cache line longer
/// than its name says, so that the values can start at one wherever the stack happens to be: vectors of 512 bits that cross
/// lines make a small network take half as long again.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StackRow
{
    private const int CacheLine = 64;

    /// <summary>The first element of <paramref name="row"/> that starts a cache line.</summary>
    /// <param name="row">The local variable, one of the structs below.</param>
    /// <typeparam name="TRow">Its type.</typeparam>
    /// <typeparam name="T">The number type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Start<TRow, T>(ref TRow row)
        where TRow : struct
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T first = ref Unsafe.As<TRow, T>(ref row);
        nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref first);
        return ref Unsafe.AddByteOffset(ref first, -address & (CacheLine - 1));
    }
}

/// <summary>Memory for 8 numbers, without the cache line.</summary>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[InlineArray(8)]
public struct StackRow8<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T _first;
}

/// <summary>Memory for 32 numbers.</summary>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[InlineArray(48)]
public struct StackRow32<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T _first;
}

/// <summary>Memory for 64 numbers.</summary>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[InlineArray(80)]
public struct StackRow64<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T _first;
}

/// <summary>Memory for 128 numbers.</summary>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[InlineArray(144)]
public struct StackRow128<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T _first;
}

/// <summary>Memory for 256 numbers.</summary>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[InlineArray(272)]
public struct StackRow256<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T _first;
}

/// <summary>Memory for 512 numbers.</summary>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[InlineArray(528)]
public struct StackRow512<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T _first;
}
