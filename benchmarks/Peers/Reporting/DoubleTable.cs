using System.Globalization;
using NetGen.Peers.Managed;
using NetGen.Peers.Measuring;
using NetGen.Peers.Networks;

namespace NetGen.Peers.Reporting;

/// <summary>Double precision: NetGen's times, what they are of single precision's in the same rounds, and against the fastest C.</summary>
internal static class DoubleTable
{
    public static string Of(Options options, Results results)
    {
        var table = new MarkdownTable("network", "mode", "rows", "Double", "/ Single", "/ fastest C", "fastest C is");
        foreach (NetworkSpec network in options.Networks)
        {
            foreach (Mode mode in Enum.GetValues<Mode>())
            {
                foreach (int batch in options.Batches)
                {
                    Measurement? own = Own(results, network, mode, batch, NetGenPeer.Name);
                    Measurement? single = Own(results, network, mode, batch, NetGenPeer.SingleName);
                    if (own is null || single is null)
                        continue;
                    Measurement? fastest = results.Fastest(network.Name, mode, batch, PeerGroups.IsNative, Precision.Double);
                    table.Row(
                        network.Name,
                        RatioTable.Name(mode),
                        batch.ToString(CultureInfo.InvariantCulture),
                        Duration.Of(own.Nanoseconds),
                        RatioTable.Ratio(own.Nanoseconds / single.Nanoseconds),
                        fastest is null ? "" : RatioTable.Ratio(own.Nanoseconds / fastest.Nanoseconds),
                        fastest?.Peer ?? "");
                }
            }
        }

        return table.ToString();
    }

    private static Measurement? Own(Results results, NetworkSpec network, Mode mode, int batch, string peer) =>
        results.Fastest(network.Name, mode, batch, name => name == peer, Precision.Double);
}
