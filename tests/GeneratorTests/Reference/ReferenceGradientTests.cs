namespace NetGen.GeneratorTests.Reference;

/// <summary>The interpreter's gradients against its own central differences, for every activation before every loss.</summary>
public class ReferenceGradientTests
{
    private const int Rows = 3;
    private static readonly Tolerance Numerical = new(1e-7, 1e-8);

    public static TheoryData<Loss> Losses => [.. Enum.GetValues<Loss>()];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Backward_matches_central_differences_behind_every_activation(Loss loss)
    {
        foreach ((Activation activation, _) in Pairings.All.Where(x => x.Loss == loss))
        {
            NetworkSpec spec = Spec(activation, loss);
            NetworkData data = NetworkData.Draw(spec, Rows, seed: 1);
            (_, double[] gradient, double[] inputs) = new ReferenceNetwork(spec, data.Parameters).Backward(data.Inputs, data.Targets);
            double[] numerical = CentralDifferences.Gradient(p => new ReferenceNetwork(spec, p).Evaluate(data.Inputs, data.Targets), data.Parameters);
            double[] numericalInputs = CentralDifferences.Gradient(x => new ReferenceNetwork(spec, data.Parameters).Evaluate(x, data.Targets), data.Inputs);
            Close.Assert($"{activation} {loss}", "gradient", numerical, gradient, Numerical, spec.ParameterName);
            Close.Assert($"{activation} {loss}", "input gradient", numericalInputs, inputs, Numerical);
        }
    }

    [Fact]
    public void Jacobian_matches_central_differences_for_every_activation()
    {
        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            NetworkSpec spec = Spec(activation, Loss.MeanSquaredError);
            NetworkData data = NetworkData.Draw(spec, rows: 1, seed: 2);
            ReferenceNetwork network = new(spec, data.Parameters);
            double[] numerical =
            [
                .. Enumerable.Range(0, spec.OutputSize)
                    .SelectMany(i => CentralDifferences.Gradient(x => network.Forward(x)[i], data.Inputs)),
            ];
            Close.Assert($"{activation}", "Jacobian", numerical, network.Jacobian(data.Inputs), Numerical);
        }
    }

    private static NetworkSpec Spec(Activation activation, Loss loss) => new([4, 5, 3], [activation, activation], loss)
    {
        LeakyReLUSlope = 0.2,
        ELUAlpha = 1.3,
        HuberDelta = 0.7,
        HingeMargin = 0.8,
    };
}
