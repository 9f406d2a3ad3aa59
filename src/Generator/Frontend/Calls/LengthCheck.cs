using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Frontend.Calls;

/// <summary>
/// Compares the known lengths among the arguments of a generated member with what the member demands when it runs.
/// Nothing is said of a length that is not known.
/// </summary>
internal sealed class LengthCheck(IInvocationOperation call, NetworkSizes sizes)
{
    private long? _rows;

    /// <summary>Whether members of this name take spans.</summary>
    public static bool Concerns(string member) => member
        is "Forward" or "Evaluate" or "Backward" or "SgdStep" or "VectorJacobianProduct" or "Jacobian";

    private bool NeedsRows => call.TargetMethod.Name is "Evaluate" or "Backward" or "SgdStep";

    public void Check(Action<Diagnostic> report)
    {
        // In the order of the parameters, as the member itself checks: the inputs fix the number of rows.
        foreach (IArgumentOperation argument in call.Arguments.OrderBy(argument => argument.Parameter?.Ordinal))
        {
            if (argument.Parameter is { } parameter
                && new ConstantLength().Of(argument.Value) is { } length
                && Expected(parameter.Name, length) is { } expected)
            {
                report(Diagnostic.Create(Descriptors.SpanLength, argument.Value.Syntax.GetLocation(), parameter.Name, length, expected));
            }
        }
    }

    /// <summary>What is expected instead of a length, with its verb, or null where it fits.</summary>
    private string? Expected(string parameter, int length) => parameter switch
    {
        "inputs" => Rows(length, sizes.InputSize),
        "outputs" or "targets" or "outputGradients" => Rows(length, sizes.OutputSize),
        "labels" => Rows(length, 1),
        "inputGradients" => length == 0 ? null : Rows(length, sizes.InputSize),
        "gradient" => Exactly(length, sizes.ParameterCount, "all parameters"),
        "parameterGradient" => length == 0 ? null : Exactly(length, sizes.ParameterCount, "all parameters"),
        "input" => Exactly(length, sizes.InputSize, "one row"),
        "jacobian" => Exactly(length, (long)sizes.InputSize * sizes.OutputSize, Text($"{sizes.OutputSize} by {sizes.InputSize}")),
        _ => null,
    };

    private string? Rows(int length, int size)
    {
        if (_rows is { } known)
        {
            return Exactly(length, known * size, Text($"{known} {(known == 1 ? "row" : "rows")} of {size}"));
        }

        if (length % size != 0)
        {
            return Text($"whole rows of {size} are");
        }

        if (length == 0 && NeedsRows)
        {
            return Text($"at least one row of {size} is");
        }

        _rows = length / size;
        return null;
    }

    private static string? Exactly(int length, long expected, string meaning) => length == expected ? null : Text($"{expected} ({meaning}) is");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
