using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Memory for 32 numbers in a local variable, which costs no more than clearing it.</summary>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[InlineArray(32)]
public struct StackRow32<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T _first;
}

/// <summary>Memory for 64 numbers in a local variable.</summary>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[InlineArray(64)]
public struct StackRow64<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T _first;
}

/// <summary>Memory for 128 numbers in a local variable.</summary>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[InlineArray(128)]
public struct StackRow128<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T _first;
}

/// <summary>Memory for 256 numbers in a local variable.</summary>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[InlineArray(256)]
public struct StackRow256<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T _first;
}
