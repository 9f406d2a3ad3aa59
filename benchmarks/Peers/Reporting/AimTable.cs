using System.Globalization;
using NetGen.Peers.Managed;
using NetGen.Peers.Measuring;
using NetGen.Peers.Networks;

namespace NetGen.Peers.Reporting;

/// <summary>The aims that are missed, beside what the machine allows.</summary>
internal static class AimTable
{
    public static string Of(Options options, Results results)
    {
        int all = 0, met = 0;
        var table = new MarkdownTable("network", "mode", "rows", "against", "aim", "is", "NetGen", "aim as time", "multiply-adds at the peak", "parameters read");
        foreach ((NetworkSpec network, Mode mode, int batch) in Cases(options))
        {
            if (results.Fastest(network.Name, mode, batch, name => name == NetGenPeer.Name) is not { } own)
                continue;
            foreach (Aim aim in Aim.Of(network.Name, mode, batch))
            {
                if (results.Fastest(network.Name, mode, batch, aim.Has) is not { } peer)
                    continue;
                all++;
                double ratio = own.Nanoseconds / peer.Nanoseconds;
                if (Math.Round(ratio, 2) <= aim.Factor)
                    met++;
                else
                    table.Row(Row(network, own, aim, peer, results.Limits));
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            Times aimed at in single precision, as factors of the fastest peer's: {met} of {all} are met in this run. These are not; the
            last two columns are the least time that the machine needs, by the limits below: for the multiply-adds alone at the FMA
            peak, and for reading the parameters once, a step of one row twice. [What limits the speed](performance-limits.md)
            explains them one by one.


            """) + table;
    }

    private static IEnumerable<(NetworkSpec Network, Mode Mode, int Batch)> Cases(Options options) =>
        from network in options.Networks
        from mode in Enum.GetValues<Mode>()
        from batch in options.Batches
        select (network, mode, batch);

    private static string[] Row(NetworkSpec network, Measurement own, Aim aim, Measurement peer, LimitTable? limits)
    {
        long bytes = sizeof(float) * (long)network.ParameterCount;
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
            limits is null ? "" : Duration.Of(network.Operations(own.Mode, own.Batch) / limits.Gigaflops),
            limits is null || own.Batch > 1 ? "" : Duration.Of(reads * bytes / limits.Bandwidth(bytes)),
        ];
    }
}
