using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>Random declarations, every member against the interpreter.</summary>
[Trait("Category", "Numeric")]
public class RandomNetworkTests
{
    private const int Count = 180;
    private const int NetworksPerCompilation = 45;

    private static readonly RandomNetwork[] Drawn = RandomNetworks.Draw(Count);

    private static readonly Lazy<GeneratedNetworks>[] Compilations =
    [
        .. Drawn.Select(x => x.Spec).Chunk(NetworksPerCompilation)
            .Select(specs => new Lazy<GeneratedNetworks>(() => GeneratedNetworks.Compile(specs))),
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Count)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Every_member_matches_the_interpreter(int index)
    {
        RandomNetwork drawn = Drawn[index];
        INetworkUnderTest network = Compilations[index / NetworksPerCompilation].Value.Create(index % NetworksPerCompilation, drawn.Seed);
        Assert.Equal(drawn.Spec.ParameterCount, network.Parameters.Length);
        new Agreement(network, NetworkData.Draw(drawn.Spec, drawn.Rows, drawn.Seed)).Check();
    }

    [Fact]
    public void The_draw_covers_every_activation_and_loss()
    {
        Assert.Empty(Enum.GetValues<Activation>().Except(Drawn.SelectMany(x => x.Spec.Activations.Select(a => a.BuiltIn))));
        Assert.Empty(Enum.GetValues<Loss>().Except(Drawn.Select(x => x.Spec.Loss.BuiltIn!.Value)));
    }
}
