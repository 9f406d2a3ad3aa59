using System.Text.Json;
using NetGen.MathNet;
using NetGen.MathNetTests.Data;
using NetGen.MathNetTests.Networks;

namespace NetGen.MathNetTests.Experiments;

/// <summary>Seed cases s001_03, s001_04 and s001_05: cost and gradient with λ/(2m)·Σw², without the biases.</summary>
public class RegularizedCostTests
{
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Cost_and_gradient_are_those_of_the_course(int index)
    {
        JsonElement example = Cases()[index];
        ITrainableNetwork<double> network = index == 0 ? new DeepCheckNetwork() : new CheckNetwork();
        Prepare(network, example, out double[] inputs, out double[] targets, out int rows);
        foreach (JsonElement expected in example.GetProperty("expected").EnumerateArray())
        {
            double[] gradient = new double[network.Parameters.Length];
            double lambda = expected.GetProperty("lambda").GetDouble();
            double cost = network.Backward(inputs, targets, gradient)
                + L2Penalty.OverRows(lambda, rows).AddTo(network.Parameters, network.GetLayers(), gradient);
            Assert.Equal(expected.GetProperty("cost").GetDouble(), cost, Tolerance);
            double[] reference = Theta.ToParameters(network.GetLayers(), Matrices(expected.GetProperty("gradients")));
            Assert.All(gradient, (value, i) => Assert.Equal(reference[i], value, Tolerance));
        }
    }

    [Fact]
    public void The_minimizer_starts_from_the_regularized_cost()
    {
        DeepCheckNetwork network = new();
        Prepare(network, Cases()[0], out double[] inputs, out double[] targets, out _);
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        MinimizerResult result = SecondOrder.Minimize(network, inputs, targets, new() { L2 = 1 }, null, cancelled.Token);
        const double withTheWrongRowLeftOut = 2.8391561937293845;
        Assert.Equal(2.8419949443358856, result.Loss, Tolerance);
        Assert.NotEqual(withTheWrongRowLeftOut, result.Loss, 1e-3);
    }

    private static void Prepare(
        ITrainableNetwork<double> network, JsonElement example, out double[] inputs, out double[] targets, out int rows)
    {
        int classes = network.GetLayers()[^1].OutputSize;
        Theta.ToParameters(network.GetLayers(), Matrices(example.GetProperty("thetas"))).CopyTo(network.Parameters);
        inputs = Numbers(example.GetProperty("inputs"));
        int[] labels = [.. Numbers(example.GetProperty("labels")).Select(label => (int)label)];
        rows = labels.Length;
        targets = new double[rows * classes];
        for (int row = 0; row < rows; row++)
            targets[(row * classes) + labels[row]] = 1;
    }

    private static JsonElement[] Cases() =>
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "regularized-costs.json"))).RootElement.EnumerateArray()];

    private static double[][] Matrices(JsonElement element) => [.. element.EnumerateArray().Select(Numbers)];

    private static double[] Numbers(JsonElement element) => [.. element.EnumerateArray().Select(number => number.GetDouble())];
}
