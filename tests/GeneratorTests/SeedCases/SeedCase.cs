using System.Text.Json;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>A figure of a published document, recomputed: its inputs, the right values and the document's wrong ones.</summary>
internal sealed class SeedCase(JsonElement json)
{
    private static readonly Lazy<JsonElement> File = new(() => ReferenceData.Json("seed_cases.json"));

    public static SeedCase Of(string id) => new(File.Value.EnumerateArray().Single(x => x.GetProperty("id").GetString() == id));

    public JsonElement Inputs => json.GetProperty("inputs");

    public JsonElement Expected => json.GetProperty("expected");

    private string Id => json.GetProperty("id").GetString()!;

    /// <summary>|a − b| ≤ tolerance · max(1, |b|), element by element.</summary>
    public void Meets(string name, double[] expected, double[] actual, double tolerance)
    {
        Assert.True(expected.Length == actual.Length, $"{Id} {name}: {actual.Length} values, expected {expected.Length}");
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                IsClose(expected[i], actual[i], tolerance),
                FormattableString.Invariant($"{Id} {name}[{i}]: expected {expected[i]:R}, actual {actual[i]:R}, tolerance {tolerance:G3}"));
        }
    }

    public void Meets(string name, double expected, double actual, double tolerance) => Meets(name, [expected], [actual], tolerance);

    public void Meets(string name, JsonElement expected, double[] actual, double tolerance) => Meets(name, expected.Flat(), actual, tolerance);

    public void Meets(string name, JsonElement expected, double actual, double tolerance) => Meets(name, expected.Number(), actual, tolerance);

    /// <summary>The document's mistake: at least one value must clearly be another.</summary>
    public void IsNot(string name, double[] wrong, double[] actual, double tolerance)
    {
        Assert.Equal(wrong.Length, actual.Length);
        Assert.True(wrong.Zip(actual).Any(x => !IsClose(x.First, x.Second, 1e3 * tolerance)), $"{Id}: {name} has the document's wrong value");
    }

    public void IsNot(string name, double wrong, double actual, double tolerance) => IsNot(name, [wrong], [actual], tolerance);

    public void IsNot(string name, JsonElement wrong, double[] actual, double tolerance) => IsNot(name, wrong.Flat(), actual, tolerance);

    public void IsNot(string name, JsonElement wrong, double actual, double tolerance) => IsNot(name, wrong.Number(), actual, tolerance);

    private static bool IsClose(double expected, double actual, double tolerance) =>
        expected.Equals(actual) || Math.Abs(actual - expected) <= tolerance * Math.Max(1, Math.Abs(expected));
}
