using System.Text.Json;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>The tutorial's network 2-4-3-1 on two circles: its update is not the gradient, and what the gradient does instead.</summary>
[Trait("Category", "Numeric")]
public class CirclesCases
{
    private const int Samples = 1000;

    private static readonly NetworkSpec Circles =
        new([2, 4, 3, 1], [Activation.ReLU, Activation.ReLU, Activation.Sigmoid], Loss.BinaryCrossEntropy) { Precision = Precision.Double };

    private static readonly GeneratedNetworks Networks = GeneratedNetworks.Compile(Circles);

    private static readonly double[][] Data = ReferenceData.Csv("circles1000.csv");
    private static readonly double[] X = [.. Data.SelectMany(row => row[..2])];
    private static readonly double[] Y = Data.Column(2);

    /// <summary>Its weight updates are twice the gradient of the sum, its bias updates twice that of the mean.</summary>
    [Fact]
    public void S004_01_make_circles_verbatim()
    {
        SeedCase seed = SeedCase.Of("s004_01_make_circles_verbatim");
        INetworkUnderTest network = Create(seed);
        double[] losses = seed.Expected.GetProperty("loss").Flat(), accuracies = seed.Expected.GetProperty("accuracy").Flat();
        double rate = seed.Inputs.GetProperty("lr").Number();
        for (int epoch = 0; epoch < 60; epoch++)
        {
            double tolerance = epoch < 20 ? 1e-8 : 1e-4;
            (double loss, double[] gradient) = network.Backward(X, Y);
            seed.Meets($"loss {epoch}", losses[epoch], loss * Samples, tolerance);
            seed.Meets($"accuracy {epoch}", accuracies[epoch], Accuracy(network), epoch < 20 ? 0 : 2e-3);
            double[] update = [.. gradient.Select((g, i) => g * 2 * (IsWeight(i) ? Samples : 1))];
            network.Parameters = network.Parameters.Minus(update.Times(rate));
        }
    }

    [Fact]
    public void S004_02_make_circles_true_gradient()
    {
        SeedCase seed = SeedCase.Of("s004_02_make_circles_true_gradient");
        (double loss, double[] gradient) = Create(seed).Backward(X, Y);
        double[] expected = Layered(seed.Expected.GetProperty("dW_sum"), seed.Expected.GetProperty("db_sum"));
        seed.Meets("loss", seed.Expected.GetProperty("loss_mean"), loss, 1e-8);
        seed.Meets("sum of the losses", seed.Expected.GetProperty("loss_sum"), loss * Samples, 1e-8);
        seed.Meets("gradient", expected, gradient.Times(Samples), 1e-8);
        JsonElement tutorial = SeedCase.Of("s004_01_make_circles_verbatim").Expected;
        seed.IsNot("update of the tutorial", Layered(tutorial.GetProperty("first_dW"), tutorial.GetProperty("first_db")), gradient.Times(Samples), 1e-8);
    }

    [Fact]
    public void S004_03_make_circles_correct_training()
    {
        SeedCase seed = SeedCase.Of("s004_03_make_circles_correct_training");
        INetworkUnderTest network = Create(seed);
        double[] expected = seed.Expected.GetProperty("loss_sum_every_10").Flat();
        double rate = seed.Inputs.GetProperty("lr").Number() * Samples;
        for (int epoch = 0; epoch < seed.Inputs.GetProperty("epochs").GetInt32(); epoch++)
        {
            double loss = network.SgdStep(X, Y, rate) * Samples;
            if (epoch % 10 == 0)
            {
                seed.Meets($"loss {epoch}", expected[epoch / 10], loss, 1e-6);
            }
        }

        seed.Meets("accuracy", seed.Expected.GetProperty("accuracy_last"), Accuracy(network), 0);
    }

    [Fact]
    public void S004_07_make_circles_he_init()
    {
        SeedCase seed = SeedCase.Of("s004_07_make_circles_he_init");
        INetworkUnderTest network = Create(seed);
        int done = 0;
        foreach (JsonProperty checkpoint in seed.Expected.GetProperty("loss_accuracy_at_epoch").EnumerateObject())
        {
            int epoch = int.Parse(checkpoint.Name, System.Globalization.CultureInfo.InvariantCulture);
            for (; done < epoch; done++)
            {
                network.SgdStep(X, Y, seed.Inputs.GetProperty("lr").Number());
            }

            double[] expected = checkpoint.Value.Flat();
            seed.Meets($"loss at {epoch}", 1, network.Evaluate(X, Y) / expected[0], epoch <= 100 ? 1e-8 : 0.05);
            seed.Meets($"accuracy at {epoch}", expected[1], Accuracy(network), epoch <= 100 ? 1e-12 : 0.01);
        }
    }

    private static double Accuracy(INetworkUnderTest network) => network.Forward(X).Zip(Y).Count(pair => pair.First > 0.5 == pair.Second > 0.5) / (double)Samples;

    private static bool IsWeight(int parameter) => Circles.ParameterName(parameter).StartsWith('W');

    private static INetworkUnderTest Create(SeedCase seed)
    {
        INetworkUnderTest network = Networks.Create(Circles);
        network.Parameters = Layered(seed.Inputs.GetProperty("W"), seed.Inputs.GetProperty("b"));
        return network;
    }

    private static double[] Layered(JsonElement weights, JsonElement biases) =>
        [.. weights.EnumerateArray().Zip(biases.EnumerateArray()).SelectMany(layer => layer.First.Flat().Concat(layer.Second.Flat()))];
}
