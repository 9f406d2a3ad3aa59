using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Frontend.Calls;

/// <summary>Reads constants that count something.</summary>
internal static class Constants
{
    public static int? Number(IOperation? operation) => Number(operation?.ConstantValue);

    /// <summary>A constant that can be a length, or null.</summary>
    public static int? Number(Optional<object?>? constant) => constant is { HasValue: true, Value: int and >= 0 and var number } ? (int)number : null;
}
