namespace NetGen.GeneratorBenchmark;

/// <summary>What one run of the generator took.</summary>
/// <param name="Milliseconds">The processor time, which other work on the machine hardly stretches.</param>
/// <param name="Bytes">The bytes allocated.</param>
/// <param name="Emitted">How many files were printed anew.</param>
internal sealed record Measurement(double Milliseconds, long Bytes, int Emitted)
{
    /// <summary>The median of each.</summary>
    public static Measurement Median(IReadOnlyCollection<Measurement> runs) => new(
        Middle(runs.Select(run => run.Milliseconds)), Middle(runs.Select(run => run.Bytes)), Middle(runs.Select(run => run.Emitted)));

    private static T Middle<T>(IEnumerable<T> values)
    {
        T[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
