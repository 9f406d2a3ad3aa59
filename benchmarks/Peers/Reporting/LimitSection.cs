using System.Globalization;
using System.Text;
using NetGen.Peers.Measuring;

namespace NetGen.Peers.Reporting;

/// <summary>FMA peak and bandwidths of one core, at the widths that were run.</summary>
internal static class LimitSection
{
    public static string Of(Results results, Results? narrow)
    {
        Results[] runs = [.. ((Results?[])[results, narrow]).OfType<Results>().Where(run => run.Limits is not null)];
        if (runs.Length == 0)
            return "Not measured: they need gcc.\n\n";
        var text = new StringBuilder();
        var table = new MarkdownTable(["limit of one core", .. runs.Select(run => $"{run.VectorBits} bits")]);
        table.Row(["FMA peak, Single", .. runs.Select(run => $"{Number(run.Limits!.Gigaflops)} GFLOP/s")]);
        table.Row(["FMA peak, Double", .. runs.Select(run => $"{Number(run.Limits!.GigaflopsDouble)} GFLOP/s")]);
        for (int i = 0; i < runs[0].Limits!.Reads.Length; i++)
        {
            string size = (runs[0].Limits!.Reads[i].Bytes / 1024).ToString("N0", CultureInfo.InvariantCulture);
            table.Row([$"read {size} KiB", .. runs.Select(run => $"{Number(run.Limits!.Reads[i].GigabytesPerSecond)} GB/s")]);
        }

        return text.Append(table).ToString();
    }

    private static string Number(double value) => value.ToString(value < 99.95 ? "F1" : "F0", CultureInfo.InvariantCulture);
}
