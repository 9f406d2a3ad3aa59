using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>A linear softmax classifier in two dimensions.</summary>
[Trait("Category", "Numeric")]
public class SoftmaxClassifierCases
{
    private static readonly NetworkSpec Classifier = new([2, 3], [Activation.Identity], Loss.SoftmaxCrossEntropy) { Precision = Precision.Double };
    private static readonly GeneratedNetworks Networks = GeneratedNetworks.Compile(Classifier);

    /// <summary>One label per row picks one probability per row: N·K of them, not an N·K by N·K matrix.</summary>
    [Fact]
    public void S001_01_probs_index_shape()
    {
        SeedCase seed = SeedCase.Of("s001_01_probs_index_shape");
        int rows = seed.Expected.GetProperty("indexed_shape").Integers().Single();
        INetworkUnderTest network = Networks.Create(Classifier);
        Assert.Equal(rows, seed.Inputs.GetProperty("N").GetInt32() * seed.Inputs.GetProperty("K").GetInt32());
        Assert.Equal(seed.Expected.GetProperty("probs_shape").Integers().Aggregate((x, y) => x * y), network.Forward(new double[2 * rows]).Length);
        Assert.True(double.IsFinite(network.Evaluate(new double[2 * rows], new int[rows])));
        Assert.Throws<ArgumentException>(() => network.Evaluate(new double[2 * rows], new int[rows * rows]));
    }

    [Fact]
    public void S001_02_spiral_softmax_linear()
    {
        SeedCase seed = SeedCase.Of("s001_02_spiral_softmax_linear");
        double[][] spiral = ReferenceData.Csv("spiral300.csv");
        double[] x = [.. spiral.SelectMany(row => row[..2])];
        int[] labels = [.. spiral.Select(row => (int)row[2])];
        double step = seed.Inputs.GetProperty("step").Number(), weightDecay = seed.Inputs.GetProperty("reg").Number();
        INetworkUnderTest network = Networks.Create(Classifier);
        network.Parameters = [.. seed.Inputs.GetProperty("W0").Flat(), .. seed.Inputs.GetProperty("b0").Flat()];
        for (int i = 0; i < seed.Inputs.GetProperty("iterations").GetInt32(); i++)
        {
            (double loss, double[] gradient) = Regularised(network, x, labels, weightDecay);
            if (i == 0)
            {
                seed.Meets("dW", seed.Expected.At("first_iteration", "dW"), gradient[..6], 1e-7);
                seed.Meets("db", seed.Expected.At("first_iteration", "db"), gradient[6..], 1e-7);
            }

            if (i % 10 == 0)
            {
                seed.Meets($"loss {i}", seed.Expected.At("loss_every_10", FormattableString.Invariant($"{i}")), loss, 1e-7);
            }

            network.Parameters = network.Parameters.Minus(gradient.Times(step));
        }

        seed.Meets("W", seed.Expected.GetProperty("W"), network.Parameters[..6], 1e-7);
        seed.Meets("b", seed.Expected.GetProperty("b"), network.Parameters[6..], 1e-7);
        double accuracy = network.Forward(x).ArgMax(3).Zip(labels).Count(pair => pair.First == pair.Second) / (double)labels.Length;
        seed.Meets("accuracy", seed.Expected.GetProperty("train_accuracy"), accuracy, 1e-12);
    }

    /// <summary>The maximum and the sum run over the classes of a row, not over the samples nor over everything.</summary>
    [Fact]
    public void S001_11_softmax_cost_axis()
    {
        SeedCase seed = SeedCase.Of("s001_11_softmax_cost_axis");
        INetworkUnderTest network = Networks.Create(Classifier);
        network.Parameters = [.. seed.Inputs.GetProperty("W").Flat(), .. seed.Inputs.GetProperty("b").Flat()];
        double[] x = seed.Inputs.GetProperty("X").Flat();
        int[] y = seed.Inputs.GetProperty("y").Integers();
        double cost = network.Evaluate(x, y);
        seed.Meets("scores", seed.Expected.GetProperty("scores"), network.Forward(x), 1e-12);
        seed.Meets("cost", seed.Expected.GetProperty("cost"), cost, 1e-12);
        seed.Meets("dcost_dscores", seed.Expected.GetProperty("dcost_dscores"), ScoreGradients(network, x, y), 1e-12);
        seed.IsNot("cost over axis 0", seed.Expected.GetProperty("wrong_axis0_cost"), cost, 1e-12);
        seed.IsNot("cost over everything", seed.Expected.GetProperty("wrong_global_cost_vector_index"), cost, 1e-12);
        seed.IsNot("cost of the accepted answer", seed.Expected.GetProperty("wrong_accepted_answer_cost"), cost, 1e-12);
    }

    /// <summary>The bias gradient of a row is the gradient of its loss with respect to the scores.</summary>
    private static double[] ScoreGradients(INetworkUnderTest network, double[] x, int[] y) =>
        [.. y.SelectMany((label, i) => network.Backward(x[(2 * i)..(2 * i + 2)], [label]).Gradient[6..].Times(1.0 / y.Length))];

    private static (double Loss, double[] Gradient) Regularised(INetworkUnderTest network, double[] x, int[] labels, double weightDecay)
    {
        (double loss, double[] gradient) = network.Backward(x, labels);
        double[] weights = network.Parameters[..6];
        return (loss + weightDecay / 2 * weights.SumOfSquares(), gradient.Plus([.. weights.Times(weightDecay), 0, 0, 0]));
    }
}
