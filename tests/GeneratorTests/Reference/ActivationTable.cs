using System.Text.Json;

namespace NetGen.GeneratorTests.Reference;

/// <summary>Stored values and derivatives of an activation at finite points away from its kinks.</summary>
internal sealed record ActivationTable(double[] Points, double[] Values, double[] Derivatives)
{
    /// <summary>The file's softplus switches to y = x above 20, which is off by less than 2.1e-9.</summary>
    public static readonly Tolerance Tolerance = new(0, 2.2e-9);

    private static readonly Lazy<JsonElement> File = new(() => ReferenceData.Json("activations.json"));

    public static ActivationTable Of(Activation activation)
    {
        double[] points = File.Value.GetProperty("x").Flat();
        JsonElement table = File.Value.GetProperty("functions").EnumerateObject()
            .Single(x => OracleSpec.ActivationOf(x.Name) == activation).Value.GetProperty("f64");
        int[] interior = [.. Enumerable.Range(0, points.Length).Where(i => IsInterior(activation, points[i]))];
        return new ActivationTable(Pick(points), Pick(table.GetProperty("value").Flat()), Pick(table.GetProperty("derivative").Flat()));

        double[] Pick(double[] values) => [.. interior.Select(i => values[i])];
    }

    private static bool IsInterior(Activation activation, double z) =>
        double.IsFinite(z) && !ScalarActivations.Kinks(activation).Contains(z);
}
