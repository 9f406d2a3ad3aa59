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

    [DoesNotReturn]
    private static void Throw(int expected, int actual, string parameter) =>
        throw new ArgumentException($"Expected a row of {Math.Max(expected, 1)}, found {actual}.", parameter);
}
