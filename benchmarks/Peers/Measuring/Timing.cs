namespace NetGen.Peers.Measuring;

/// <summary>The time of a call over several rounds.</summary>
internal sealed record Timing(double Median, double Best)
{
    public static Timing Of(IEnumerable<double> rounds)
    {
        double[] sorted = [.. rounds.Order()];
        int middle = sorted.Length / 2;
        double median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Timing(median, sorted[0]);
    }
}
