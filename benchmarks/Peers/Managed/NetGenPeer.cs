using System.Numerics;

namespace NetGen.Peers.Managed;

/// <summary>The generated classes.</summary>
internal static class NetGenPeer
{
    public const string Name = "NetGen";

    /// <summary>Single precision, where it takes turns with double precision.</summary>
    public const string SingleName = "NetGen in single precision";

    public static ManagedPeer<float> Of(ITrainableNetwork<float> network) => Create(network);

    public static ManagedPeer<double> Of(ITrainableNetwork<double> network) => Create(network);

    /// <summary>A delegate of an interface's method points at the method of the class: its calls are direct.</summary>
    private static ManagedPeer<T> Create<T>(ITrainableNetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(Name, network.Forward, network.SgdStep, new Store<T>(network));

    private sealed class Store<T>(INetwork<T> network) : IParameterStore<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Set(ReadOnlySpan<T> parameters) => parameters.CopyTo(network.Parameters);

        public void Get(Span<T> parameters) => network.Parameters.CopyTo(parameters);
    }
}
