using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>Checks of lengths, with the throwing kept out of the checked method's code.</summary>
internal static class Lengths
{
    [MethodImpl(AggressiveInlining)]
    public static void MustMatch(int expected, int actual, string parameter)
    {
        if (expected != actual)
        {
            Throw(expected, actual, parameter);
        }
    }

    [DoesNotReturn]
    private static void Throw(int expected, int actual, string parameter) =>
        throw new ArgumentException($"Expected a length of {expected}, found {actual}.", parameter);
}
