using NetGen.Peers.Networks;

namespace NetGen.Peers.Managed;

/// <summary>What a .NET developer would write without a generator, in single precision.</summary>
internal static class HandwrittenPeers
{
    public static readonly string[] Names = ["C# loops", "C# Vector<T>", "C# TensorPrimitives", "C# Math.NET"];

    public static IEnumerable<Peer<float>> Of(NetworkSpec network)
    {
        HandwrittenNetwork[] networks = [new NaiveNetwork(network), new VectorNetwork(network), new TensorNetwork(network)];
        for (int i = 0; i < networks.Length; i++)
            yield return new ManagedPeer<float>(Names[i], networks[i].Forward, networks[i].Step, networks[i]);
        var matrices = new MathNetNetwork(network);
        yield return new ManagedPeer<float>(Names[^1], matrices.Forward, matrices.Step, matrices);
    }
}
