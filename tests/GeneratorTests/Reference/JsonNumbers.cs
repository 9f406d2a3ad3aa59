using System.Globalization;
using System.Text.Json;

namespace NetGen.GeneratorTests.Reference;

/// <summary>Reads numbers of the reference files; non-finite ones are the strings "inf", "-inf" and "nan".</summary>
internal static class JsonNumbers
{
    public static double Number(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.String => element.GetString() switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "nan" => double.NaN,
            var text => double.Parse(text!, CultureInfo.InvariantCulture),
        },
        _ => throw new FormatException($"not a number: {element}"),
    };

    /// <summary>All numbers of a nested array in row-major order.</summary>
    public static double[] Flat(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().SelectMany(Flat)] : [element.Number()];

    /// <summary>The rows of an array of arrays.</summary>
    public static double[][] Rows(this JsonElement element) => [.. element.EnumerateArray().Select(Flat)];

    public static int[] Integers(this JsonElement element) => [.. element.EnumerateArray().Select(x => x.GetInt32())];

    /// <summary>The transpose of an array of rows, row-major.</summary>
    public static double[] Transposed(this JsonElement element)
    {
        double[][] rows = element.Rows();
        return [.. Enumerable.Range(0, rows[0].Length).SelectMany(j => rows.Select(row => row[j]))];
    }

    public static JsonElement At(this JsonElement element, params string[] path) =>
        path.Aggregate(element, (current, name) => current.GetProperty(name));
}
