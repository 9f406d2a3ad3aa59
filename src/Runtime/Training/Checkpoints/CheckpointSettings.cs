using System.Globalization;

namespace NetGen.Training;

/// <summary>The settings that determine the bits of a training: a checkpoint resumes with the same ones only.</summary>
internal static class CheckpointSettings
{
    /// <summary>Key and text of each, for the metadata of the file.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(TrainingOptions options)
    {
        yield return new("seed", Text(options.Seed));
        yield return new("batch_size", Text(options.BatchSize));
        yield return new("accumulation_steps", Text(options.AccumulationSteps));
        yield return new("shuffle", options.Shuffle ? "true" : "false");
        yield return new("maximum_parts", Text(options.MaximumParts));
        yield return new("minimum_part_rows", Text(options.MinimumPartRows));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
