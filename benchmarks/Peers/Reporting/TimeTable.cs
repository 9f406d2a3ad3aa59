using NetGen.Peers.Managed;
using NetGen.Peers.Measuring;
using NetGen.Peers.Networks;

namespace NetGen.Peers.Reporting;

/// <summary>Median times of every group of peers, in single precision.</summary>
internal static class TimeTable
{
    public static string Title(Mode mode, int batch) =>
        (mode == Mode.Forward ? "Forward" : "Training step") + (batch == 1 ? ", one row" : $", batch of {batch}");

    public static string Of(Options options, Results results, Mode mode, int batch)
    {
        (string Title, Func<string, bool> Has)[] groups =
            [.. PeerGroups.All.Where(group => results.Measurements.Any(m => m.Mode == mode && group.Has(m.Peer)))];
        var table = new MarkdownTable(["network", .. groups.Select(group => group.Title), "of the limit"]);
        foreach (NetworkSpec network in options.Networks)
        {
            IEnumerable<string> times = groups.Select(group =>
                results.Fastest(network.Name, mode, batch, group.Has) is { } found ? Duration.Of(found.Nanoseconds) : "");
            table.Row([network.Name, .. times, Share(network, results, mode, batch)]);
        }

        return table.ToString();
    }

    /// <summary>NetGen's share of the FMA peak, and for one row of the bandwidth at which the parameters can be read.</summary>
    private static string Share(NetworkSpec network, Results results, Mode mode, int batch)
    {
        if (results.Limits is not { } limits || results.Fastest(network.Name, mode, batch, name => name == NetGenPeer.Name) is not { } own)
            return "";
        string compute = $"{network.Operations(mode, batch) / own.Nanoseconds / limits.Gigaflops:P0} FMA";
        long bytes = sizeof(float) * (long)network.ParameterCount;
        return batch > 1 || mode == Mode.Train ? compute : $"{compute}, {bytes / own.Nanoseconds / limits.Bandwidth(bytes):P0} read";
    }
}
