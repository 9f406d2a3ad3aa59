using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>Checks of a row's length, with the throwing kept out of the checked method's code.</summary>
internal static class Row
{
    [MethodImpl(AggressiveInlining)]
    public static void MustMatch(int expected, int actual, string parameter)
    {
        if (expected != actual || expected == 0)
        {
            Throw(expected, actual, parameter);
        }
    }

    /// <summary>The number of rows of <paramref name="columns"/> in a length.</summary>
    [MethodImpl(AggressiveInlining)]
    public static int Count(int length, int columns)
    {
        // A single row of a length that is no constant should not cost a division.
        int rows = length == columns && columns > 0 ? 1 : length / Math.Max(columns, 1);
        if (columns < 1 || rows * columns != length)
        {
            ThrowPartial(length, columns);
        }

        return rows;
    }

    /// <summary>The label of a row, checked.</summary>
    [MethodImpl(AggressiveInlining)]
    public static nint Label(ref readonly int labels, nuint row, nuint columns)
    {
        int label = Unsafe.Add(ref Unsafe.AsRef(in labels), row);
        if ((uint)label >= columns)
        {
            ThrowLabel(label);
        }

        return label;
    }

    [DoesNotReturn]
    private static void ThrowPartial(int length, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        throw new ArgumentException($"A length of {length} is no whole number of rows of {columns}.", nameof(columns));
    }

    [DoesNotReturn]
    private static void ThrowLabel(int label) =>
        throw new ArgumentOutOfRangeException(nameof(label), label, "The label is not the index of an output.");

    [DoesNotReturn]
    private static void Throw(int expected, int actual, string parameter) =>
        throw new ArgumentException($"Expected a row of {Math.Max(expected, 1)}, found {actual}.", parameter);
}
