using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Frontend.Calls;

/// <summary>One end of a range: a constant, counted from the start or, as in <c>^2</c>, from the end.</summary>
internal readonly record struct RangeEnd(int Value, bool IsFromEnd)
{
    /// <summary>The end that is written, the outermost one where none is, or null where it is no constant.</summary>
    public static RangeEnd? Of(IOperation? operand, bool isFromEnd)
    {
        if (operand is null)
        {
            return new RangeEnd(0, isFromEnd);
        }

        IOperation end = Slices.Unconverted(operand);
        bool isHat = end is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat };
        return Constants.Number(end is IUnaryOperation hat && isHat ? hat.Operand : end) is { } value ? new RangeEnd(value, isHat) : null;
    }

    /// <summary>The position in a whole, which must be known for an end that is counted from its end.</summary>
    public int? At(int? whole) => IsFromEnd ? whole - Value : Value;
}
