using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Harness;

/// <summary>Networks that are compiled together, each in single and in double precision.</summary>
internal sealed class BothPrecisions(IReadOnlyList<NetworkSpec> specs)
{
    private readonly Lazy<GeneratedNetworks> _networks =
        new(() => GeneratedNetworks.Compile(specs.SelectMany(x => new[] { x, x.As(Precision.Double) })));

    /// <summary>The index of each network, with either precision.</summary>
    public TheoryData<int, Precision> Cases => Theory.Of(
        from i in Enumerable.Range(0, specs.Count)
        from precision in Enum.GetValues<Precision>()
        select (i, precision));

    public INetworkUnderTest Create(int spec, Precision precision) =>
        _networks.Value.Create((2 * spec) + (precision == Precision.Double ? 1 : 0));
}
