using System.Globalization;
using System.Text.Json;

namespace NetGen.RuntimeTests.Activations;

/// <summary>Values and derivatives by PyTorch 1.13 in float64, from Reference/activations.json.</summary>
internal static class ReferenceTable
{
    private static readonly JsonElement Root = JsonDocument
        .Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Reference", "activations.json"))).RootElement;

    public static (double Z, double Value, double Derivative)[] Of(string name)
    {
        JsonElement table = Root.GetProperty("functions").GetProperty(name).GetProperty("f64");
        return [.. Numbers(Root.GetProperty("x")).Zip(Numbers(table.GetProperty("value")), Numbers(table.GetProperty("derivative")))];
    }

    private static IEnumerable<double> Numbers(JsonElement array) => array.EnumerateArray().Select(Number);

    private static double Number(JsonElement element) => element.ValueKind == JsonValueKind.Number
        ? element.GetDouble()
        : element.GetString() switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "nan" => double.NaN,
            string other => double.Parse(other, CultureInfo.InvariantCulture),
            null => throw new FormatException("A number or its name was expected."),
        };
}
