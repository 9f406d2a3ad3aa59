using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Frontend;

/// <summary>Reads and checks the layer sizes.</summary>
internal sealed class SizesReader(AttributeArguments arguments, Reporter reporter)
{
    private const string Parameter = "layers";

    /// <summary>The longest array of any number type that .NET allows, with room to align it.</summary>
    private const long MaximumParameters = 0x7FFFFFC7 - 64;

    public EquatableArray<int> Read()
    {
        if (arguments.Constructor(Parameter) is not { Kind: TypedConstantKind.Array, IsNull: false } argument)
        {
            ReportTooFew(0);
            return EquatableArray<int>.Empty;
        }

        List<int> sizes = [.. argument.Values.Select(value => value.Value as int? ?? 0)];
        if (sizes.Count < 2)
        {
            ReportTooFew(sizes.Count);
        }

        for (int i = 0; i < sizes.Count; i++)
        {
            if (sizes[i] < 1)
            {
                string place = i == 0 ? "the input" : "layer " + (i - 1).ToString(CultureInfo.InvariantCulture);
                reporter.Report(Descriptors.SizeBelowOne, arguments.LocationOf(Parameter, i), sizes[i], place);
            }
        }

        return new EquatableArray<int>(sizes);
    }

    public void CheckParameterCount(EquatableArray<int> sizes, NetworkOptions options)
    {
        if (reporter.HasErrors)
        {
            return;
        }

        decimal count = 0;
        for (int i = 1; i < sizes.Count; i++)
        {
            count += ((decimal)sizes[i - 1] + (options.Bias ? 1 : 0)) * sizes[i];
        }

        if (count > MaximumParameters)
        {
            reporter.Report(Descriptors.TooManyParameters, arguments.LocationOf(Parameter), count.ToString(CultureInfo.InvariantCulture), MaximumParameters);
        }
    }

    private void ReportTooFew(int count)
    {
        string given = count switch { 0 => "none is", 1 => "only one is", _ => $"{count} are" };
        reporter.Report(Descriptors.TooFewSizes, arguments.LocationOf(Parameter), given);
    }
}
