using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>Every activation before every loss whose domain it meets: small networks against the interpreter.</summary>
[Trait("Category", "Numeric")]
public class PairingNetworkTests
{
    private const int Rows = 5;

    private static readonly (Activation Activation, Loss Loss)[] Pairs = [.. Pairings.All];

    private static readonly Lazy<GeneratedNetworks> Networks = new(() => GeneratedNetworks.Compile(Pairs.Select(Spec)));

    public static TheoryData<Activation, Loss> Cases => Theory.Of(Pairs.Select(x => (x.Activation, x.Loss)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_member_matches_the_interpreter(Activation activation, Loss loss)
    {
        INetworkUnderTest network = Networks.Value.Create(Array.IndexOf(Pairs, (activation, loss)));
        new Agreement(network, NetworkData.Draw(network.Spec, Rows, seed: 3)).Check();
    }

    /// <summary>Sizes, precision and reduction vary from pair to pair; random networks mix them further.</summary>
    private static NetworkSpec Spec((Activation Activation, Loss Loss) pair, int index) =>
        new([3, 6, 2 + index % 11], [pair.Activation, pair.Activation], pair.Loss)
        {
            Precision = (index + index / 18) % 2 == 0 ? Precision.Single : Precision.Double,
            Reduction = index % 3 == 0 ? LossReduction.SumOverOutputs : LossReduction.MeanOverOutputs,
            LeakyReLUSlope = 0.2,
            ELUAlpha = 1.3,
            HuberDelta = 0.7,
            HingeMargin = 0.8,
        };
}
