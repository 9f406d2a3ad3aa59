namespace NetGen.GeneratorBenchmark;

/// <summary>What one run of the generator took.</summary>
/// <param name="Milliseconds">The processor time, which other work on the machine hardly stretches.</param>
/// <param name="Bytes">The bytes allocated.</param>
internal sealed record Measurement(double Milliseconds, long Bytes)
{
    /// <summary>The median of each.</summary>
    public static Measurement Median(IReadOnlyCollection<Measurement> runs) => new(
        Middle(runs.Select(run => run.Milliseconds)), Middle(runs.Select(run => run.Bytes)));

    private static T Middle<T>(IEnumerable<T> values)
    {
        T[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
