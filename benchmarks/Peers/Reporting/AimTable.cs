using System.Globalization;
using System.Text;
using NetGen.Peers.Managed;
using NetGen.Peers.Measuring;
using NetGen.Peers.Networks;

namespace NetGen.Peers.Reporting;

/// <summary>The aims that are missed, beside what the machine allows.</summary>
internal static class AimTable
{
    private const string Preface =
        """
        Times aimed at are factors of the fastest peer's. The last two columns are the least time that the machine needs, by the
        limits below: for the multiply-adds alone at the FMA peak, and for reading the parameters once, a step of one row twice.
        [What limits the speed](performance-limits.md) explains them one by one.


        """;

    public static string Of(Options options, Results results, Results? narrow)
    {
        StringBuilder text = new(Preface);
        Append("Single precision", results, Aim.Of);
        if (narrow is not null)
            Append("256-bit vectors", narrow, (_, _, _) => [Aim.Narrow]);
        Append("Double precision", results, (_, _, _) => [Aim.Double]);
        return text.ToString();

        void Append(string title, Results run, Func<string, Mode, int, IEnumerable<Aim>> aims) =>
            text.Append($"### {title}\n\n").Append(Section(options, run, aims));
    }

    private static string Section(Options options, Results results, Func<string, Mode, int, IEnumerable<Aim>> aims)
    {
        int all = 0, met = 0;
        var table = new MarkdownTable("network", "mode", "rows", "against", "aim", "is", "NetGen", "aim as time", "multiply-adds at the peak", "parameters read");
        foreach ((NetworkSpec network, Mode mode, int batch) in Cases(options))
        {
            foreach (Aim aim in aims(network.Name, mode, batch))
            {
                Measurement? own = results.Fastest(network.Name, mode, batch, name => name == NetGenPeer.Name, aim.Precision);
                Measurement? peer = results.Fastest(network.Name, mode, batch, aim.Has, aim.Precision);
                if (own is null || peer is null)
                    continue;
                all++;
                double ratio = own.Nanoseconds / peer.Nanoseconds;
                if (Math.Round(ratio, 2) <= aim.Factor)
                    met++;
                else
                    table.Row(Row(network, own, aim, peer, results.Limits));
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{met} of {all} are met in this run.{(met < all ? $" These are not:\n\n{table}" : "\n\n")}");
    }

    private static IEnumerable<(NetworkSpec Network, Mode Mode, int Batch)> Cases(Options options) =>
        from network in options.Networks
        from mode in Enum.GetValues<Mode>()
        from batch in options.Batches
        select (network, mode, batch);

    private static string[] Row(NetworkSpec network, Measurement own, Aim aim, Measurement peer, LimitTable? limits)
    {
        bool isDouble = aim.Precision == Precision.Double;
        long bytes = (isDouble ? sizeof(double) : sizeof(float)) * (long)network.ParameterCount;
        int reads = own.Mode == Mode.Train ? 2 : 1;
        return
        [
            network.Name,
            RatioTable.Name(own.Mode),
            own.Batch.ToString(CultureInfo.InvariantCulture),
            aim.Against,
            aim.Factor.ToString("0.0#", CultureInfo.InvariantCulture),
            RatioTable.Ratio(own.Nanoseconds / peer.Nanoseconds),
            Duration.Of(own.Nanoseconds),
            Duration.Of(aim.Factor * peer.Nanoseconds),
            limits is null ? "" : Duration.Of(network.Operations(own.Mode, own.Batch) / (isDouble ? limits.GigaflopsDouble : limits.Gigaflops)),
            limits is null || own.Batch > 1 ? "" : Duration.Of(reads * bytes / limits.Bandwidth(bytes)),
        ];
    }
}
