using System.Globalization;
using NetGen.Peers.External;
using NetGen.Peers.Managed;
using NetGen.Peers.Measuring;
using NetGen.Peers.Native;
using NetGen.Peers.Networks;

namespace NetGen.Peers.Reporting;

/// <summary>NetGen's time over that of other groups; below one, NetGen is faster.</summary>
internal static class RatioTable
{
    private static readonly (string Title, Func<string, bool> Has)[] Groups =
    [
        ("fastest C", PeerGroups.IsNative),
        ("C by hand", PeerGroups.IsByHand),
        ("OpenBLAS", name => name == Variant.OpenBlas),
        ("PyTorch", name => name == PyTorch.Name),
        ("ONNX Runtime", name => name == OnnxRuntime.Name),
    ];

    public static string Of(Options options, Results results)
    {
        (string Title, Func<string, bool> Has)[] groups = [.. Groups.Where(group => results.Measurements.Any(m => group.Has(m.Peer)))];
        var table = new MarkdownTable(["network", "mode", "rows", "NetGen", .. groups.Select(group => $"/ {group.Title}"), "best rounds", "fastest C is"]);
        foreach (NetworkSpec network in options.Networks)
        {
            foreach (Mode mode in Enum.GetValues<Mode>())
            {
                foreach (int batch in options.Batches)
                {
                    if (results.Fastest(network.Name, mode, batch, name => name == NetGenPeer.Name) is { } own)
                        table.Row(Row(results, groups, own));
                }
            }
        }

        return table.ToString();
    }

    private static string[] Row(Results results, (string Title, Func<string, bool> Has)[] groups, Measurement own)
    {
        IEnumerable<string> ratios = groups.Select(group =>
            results.Fastest(own.Network, own.Mode, own.Batch, group.Has) is { } other ? Ratio(own.Nanoseconds / other.Nanoseconds) : "");
        Measurement? best = results.Best(own.Network, own.Mode, own.Batch, PeerGroups.IsNative);
        string fastest = results.Fastest(own.Network, own.Mode, own.Batch, PeerGroups.IsNative)?.Peer ?? "";
        return
        [
            own.Network,
            Name(own.Mode),
            own.Batch.ToString(CultureInfo.InvariantCulture),
            Duration.Of(own.Nanoseconds),
            .. ratios,
            best is null ? "" : Ratio(own.BestNanoseconds / best.BestNanoseconds),
            fastest,
        ];
    }

    public static string Name(Mode mode) => mode == Mode.Forward ? "forward" : "step";

    public static string Ratio(double ratio) => ratio.ToString(ratio < 0.0995 ? "F3" : "F2", CultureInfo.InvariantCulture);
}
