using System.Globalization;
using NetGen.Data;

namespace Hinge;

/// <summary>Reads <c>iris.csv</c>: a header, then four measures in centimetres and the species in each line.</summary>
internal static class IrisFile
{
    public static readonly string[] Species = ["setosa", "versicolor", "virginica"];

    /// <summary>Length and width of the petals, which tell the species apart best, and the species.</summary>
    public static Dataset<float> ReadPetals(string path)
    {
        string[][] lines = [.. File.ReadLines(path).Skip(1).Select(line => line.Split(','))];
        float[] petals = [.. lines.SelectMany(fields => fields[2..4]).Select(field => float.Parse(field, CultureInfo.InvariantCulture))];
        int[] species = [.. lines.Select(fields => int.Parse(fields[4], CultureInfo.InvariantCulture))];
        return Dataset<float>.WithLabels(petals, 2, species, Species.Length);
    }
}
