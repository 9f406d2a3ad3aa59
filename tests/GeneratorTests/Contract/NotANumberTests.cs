using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Contract;

/// <summary>NaN in gives NaN out, in its own row only.</summary>
[Trait("Category", "Numeric")]
public class NotANumberTests
{
    private const int Inputs = 3;
    private const int Outputs = 5;

    private static readonly Activation[] Activations = Enum.GetValues<Activation>();
    private static readonly Loss[] Losses = Enum.GetValues<Loss>();

    private static readonly Lazy<GeneratedNetworks> ByActivation = new(() => GeneratedNetworks.Compile(
        Activations.SelectMany(x => BothPrecisions(new([Inputs, Outputs], [x], Loss.MeanSquaredError)))));

    private static readonly Lazy<GeneratedNetworks> ByLoss = new(() => GeneratedNetworks.Compile(
        Losses.SelectMany(x => BothPrecisions(new([Inputs, Outputs], [NaturalActivation(x)], x)))));

    public static TheoryData<Activation, Precision> ActivationCases =>
        Theory.Of(from x in Activations from precision in Enum.GetValues<Precision>() select (x, precision));

    public static TheoryData<Loss, Precision> LossCases =>
        Theory.Of(from x in Losses from precision in Enum.GetValues<Precision>() select (x, precision));

    [Theory]
    [MemberData(nameof(ActivationCases))]
    public void An_input_that_is_NaN_makes_the_outputs_of_its_row_NaN(Activation activation, Precision precision)
    {
        INetworkUnderTest network = ByActivation.Value.Create(2 * Array.IndexOf(Activations, activation) + (int)precision);
        NetworkData data = Prepare(network);
        data.Inputs[Inputs] = double.NaN;
        double[][] rows = [.. network.Forward(data.Inputs).Chunk(Outputs)];
        Assert.All(rows[1], o => Assert.Equal(double.NaN, o));
        Assert.All([.. rows[0], .. rows[2]], o => Assert.True(double.IsFinite(o)));
    }

    [Theory]
    [MemberData(nameof(LossCases))]
    public void An_input_that_is_NaN_makes_the_loss_NaN(Loss loss, Precision precision)
    {
        INetworkUnderTest network = ByLoss.Value.Create(2 * Array.IndexOf(Losses, loss) + (int)precision);
        NetworkData data = Prepare(network);
        data.Inputs[Inputs] = double.NaN;
        Assert.Equal(double.NaN, network.Evaluate(data.Inputs, data.Targets));
        Assert.Equal(double.NaN, network.Backward(data.Inputs, data.Targets).Loss);
        if (data.Labels is { } labels)
        {
            Assert.Equal(double.NaN, network.Evaluate(data.Inputs, labels));
            Assert.Equal(double.NaN, network.Backward(data.Inputs, labels).Loss);
        }

        Assert.Equal(double.NaN, network.SgdStep(data.Inputs, data.Targets, 0.1));
    }

    [Theory]
    [MemberData(nameof(LossCases))]
    public void A_target_that_is_NaN_makes_the_loss_NaN(Loss loss, Precision precision)
    {
        INetworkUnderTest network = ByLoss.Value.Create(2 * Array.IndexOf(Losses, loss) + (int)precision);
        NetworkData data = Prepare(network);
        data.Targets[Outputs] = double.NaN;
        Assert.Equal(double.NaN, network.Evaluate(data.Inputs, data.Targets));
        Assert.Equal(double.NaN, network.Backward(data.Inputs, data.Targets).Loss);
    }

    private static NetworkData Prepare(INetworkUnderTest network)
    {
        NetworkData data = NetworkData.Draw(network.Spec, rows: 3, seed: 12);
        network.Parameters = data.Parameters;
        return data;
    }

    private static Activation NaturalActivation(Loss loss) => loss switch
    {
        Loss.BinaryCrossEntropy => Activation.Sigmoid,
        Loss.CategoricalCrossEntropy => Activation.Softmax,
        Loss.NegativeLogLikelihood or Loss.KullbackLeiblerDivergence => Activation.LogSoftmax,
        _ => Activation.Identity,
    };

    private static NetworkSpec[] BothPrecisions(NetworkSpec spec) => [spec, spec.As(Precision.Double)];
}
