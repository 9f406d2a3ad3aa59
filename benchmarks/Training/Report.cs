using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace NetGen.TrainingBenchmark;

/// <summary>The page of the results.</summary>
internal static class Report
{
    public static string Of(IReadOnlyList<Contest> contests, string? torchVersion)
    {
        StringBuilder text = new();
        text.Append(FormattableString.Invariant($"""
            # Whole trainings

            Wall time from a new network to the trained one, medians of {contests[0].OneThread.Count} interleaved rounds with a seed each, and the mean test accuracy.
            `dotnet run -c Release --project benchmarks/Training` measures anew and writes this page.

            {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores; PyTorch {torchVersion ?? "is not installed"}, eager, one thread, data in memory.
            Both take the same rows, layers, Adam and batches; each draws its own start values and its own order of the rows.
            The last column but two has the speed-up of two threads in each round, and in brackets what pure multiply-adds in registers gained
            from a second thread just before and after: a machine whose cores share their multipliers cannot give more.
            "First" is the first training of the process, with the JIT compiler's work in it.

            | training | NetGen, first | NetGen, 1 thread | NetGen, 2 threads | PyTorch, 1 thread | PyTorch : NetGen | 1 : 2 threads, median of rounds | accuracy NetGen | accuracy PyTorch |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |

            """).ReplaceLineEndings("\n"));
        foreach (Contest contest in contests)
            text.Append(Row(contest));
        return text.ToString();
    }

    private static string Row(Contest contest)
    {
        double one = Median(contest.OneThread), two = Median(contest.TwoThreads), torch = Median(contest.Torch);
        string[] cells =
        [
            contest.Task.Description, Time(contest.Cold!.Seconds), Time(one), Time(two), Time(torch), Ratio(torch / one), SpeedUps(contest),
            Accuracy(contest.OneThread), Accuracy(contest.Torch),
        ];
        return $"| {string.Join(" | ", cells)} |\n";
    }

    private static string SpeedUps(Contest contest) => $"**{Ratio(Median(contest.SpeedUps.Select(round => round.Reached)))}** of " + string.Join(", ", contest.SpeedUps.Select(
        round => $"{Ratio(round.Reached)} ({Ratio(round.Possible)})"));

    private static double Median(List<Measurement> measurements) => Median(measurements.Select(measurement => measurement.Seconds));

    private static double Median(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }

    private static string Time(double seconds) => double.IsNaN(seconds) ? "–"
        : seconds < 1 ? (1000 * seconds).ToString("F1", CultureInfo.InvariantCulture) + " ms"
        : seconds.ToString("F2", CultureInfo.InvariantCulture) + " s";

    private static string Ratio(double ratio) => double.IsNaN(ratio) ? "–" : ratio.ToString(ratio < 10 ? "F2" : "F0", CultureInfo.InvariantCulture);

    private static string Accuracy(List<Measurement> measurements) =>
        measurements.Count == 0 ? "–" : measurements.Average(measurement => measurement.Accuracy).ToString("F4", CultureInfo.InvariantCulture);
}
