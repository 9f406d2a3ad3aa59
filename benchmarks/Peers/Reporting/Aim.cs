using NetGen.Peers.External;
using NetGen.Peers.Managed;
using NetGen.Peers.Native;

namespace NetGen.Peers.Reporting;

/// <summary>A time aimed at: a factor of the fastest of some peers' time.</summary>
/// <param name="Against">The peers, in words.</param>
/// <param name="Has">Which they are.</param>
/// <param name="Factor">The factor.</param>
/// <param name="Precision">The precision in which NetGen computes.</param>
internal sealed record Aim(string Against, Func<string, bool> Has, double Factor, Precision Precision = Precision.Single)
{
    /// <summary>What is aimed at without 512-bit vectors.</summary>
    public static readonly Aim Narrow = new("C, OpenBLAS", PeerGroups.IsNative, 1.0);

    /// <summary>What is aimed at in double precision.</summary>
    public static readonly Aim Double = new(NetGenPeer.SingleName, name => name == NetGenPeer.SingleName, 2.2, Precision.Double);

    private static readonly string[] Tiny = ["T1", "T2", "A1"], Large = ["L1", "L2"];

    /// <summary>What is aimed at for a network in single precision.</summary>
    public static IEnumerable<Aim> Of(string network, Mode mode, int batch)
    {
        bool isLarge = Large.Contains(network);
        if (mode == Mode.Train)
        {
            yield return OpenBlas(0.8);
            yield return new("PyTorch", name => name == PyTorch.Name, isLarge ? 0.6 : 0.1);
        }
        else if (batch > 1)
        {
            yield return OpenBlas(Tiny.Contains(network) ? 0.15 : 0.8);
        }
        else
        {
            yield return new("C plain, OpenBLAS", name => PeerGroups.IsNative(name) && !PeerGroups.IsByHand(name), isLarge || network == "T1" ? 1.0 : 0.8);
            yield return new("C by hand", PeerGroups.IsByHand, 1.05);
        }
    }

    private static Aim OpenBlas(double factor) => new("OpenBLAS", name => name == Variant.OpenBlas, factor);
}
