using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Frontend.Calls;

/// <summary>The lengths of parts of an array or a span. A part that leaves the whole fails by itself and is not known.</summary>
internal static class Slices
{
    /// <summary>The length of what <c>AsSpan</c>, <c>Slice</c> and the like take from a whole.</summary>
    public static int? OfPart(ImmutableArray<IArgumentOperation> arguments, int? whole)
    {
        if (Argument(arguments, "range") is { } range)
        {
            return OfRange(range, whole);
        }

        if (Argument(arguments, "startIndex") is not null)
        {
            return null;
        }

        int? start = Argument(arguments, "start") is { } first ? Constants.Number(first) : 0;
        int? length = Argument(arguments, "length") is { } count ? Constants.Number(count) : whole - start;
        return length < 0 || start + length > whole ? null : length;
    }

    /// <summary>The length of a range such as <c>..3</c> or <c>^2..</c> of a whole.</summary>
    public static int? OfRange(IOperation argument, int? whole)
    {
        if (Unconverted(argument) is not IRangeOperation range
            || RangeEnd.Of(range.LeftOperand, isFromEnd: false) is not { } left
            || RangeEnd.Of(range.RightOperand, isFromEnd: true) is not { } right)
        {
            return null;
        }

        bool leaves = left.At(whole) < 0 || right.At(whole) > whole;
        int? length = left.IsFromEnd && right.IsFromEnd ? left.Value - right.Value : right.At(whole) - left.At(whole);
        return length < 0 || leaves ? null : length;
    }

    public static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;

    private static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;
}
