using System.Text.Json;
using NetGen.Data;

namespace NetGen.TrainingTests.Experiments;

/// <summary>Reads the data sets and the rows of each that are held out for testing.</summary>
internal static class TabularData
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Data");

    private static readonly Dictionary<string, int[]> Splits =
        JsonSerializer.Deserialize<Dictionary<string, int[]>>(File.ReadAllText(Path.Combine(Folder, "splits.json")))!;

    public static (Dataset<float> Training, Dataset<float> Test) Labels(string file, string split) =>
        Split(CsvFile.Read<float>(Path.Combine(Folder, file), new CsvOptions { Label = "target" }), split);

    public static (Dataset<float> Training, Dataset<float> Test) Targets(string file, string split) =>
        Split(CsvFile.Read<float>(Path.Combine(Folder, file), new CsvOptions { Targets = ["target"] }), split);

    /// <summary>Standardises the features of both sets by the mean and the population deviation of the training rows.</summary>
    public static (Dataset<float> Training, Dataset<float> Test) Standardized((Dataset<float> Training, Dataset<float> Test) sets)
    {
        AffineScaling<float> scaling = Standardization.Fit(sets.Training);
        return (scaling.Transform(sets.Training), scaling.Transform(sets.Test));
    }

    private static (Dataset<float> Training, Dataset<float> Test) Split(Dataset<float> data, string split)
    {
        int[] test = Splits[split];
        return (data.Select([.. Enumerable.Range(0, data.Count).Except(test)]), data.Select(test));
    }
}
