using System.Text.Json;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>One sigmoid neuron trained by hand: when the factor a(1 − a) belongs into the gradient, and when it cancels.</summary>
[Trait("Category", "Numeric")]
public class SingleNeuronCases
{
    private static readonly NetworkSpec SquaredError = Neuron(3, Loss.MeanSquaredError, bias: false);
    private static readonly NetworkSpec CrossEntropy = Neuron(3, Loss.BinaryCrossEntropy, bias: false);
    private static readonly NetworkSpec Regression = Neuron(2, Loss.BinaryCrossEntropy, bias: true);
    private static readonly NetworkSpec Gate = Neuron(2, Loss.MeanSquaredError, bias: false);
    private static readonly GeneratedNetworks Networks = GeneratedNetworks.Compile(SquaredError, CrossEntropy, Regression, Gate);

    /// <summary>The document descends ½ Σ (y − a)², which is half the number of rows times our mean.</summary>
    [Fact]
    public void S000_01_iamtrask_single_layer()
    {
        SeedCase seed = SeedCase.Of("s000_01_iamtrask_single_layer");
        double rate = seed.Inputs.GetProperty("X").GetArrayLength() / 2.0;
        CheckTraining(seed, SquaredError, seed.Inputs.GetProperty("W0").Flat(), rate, seed.Expected, tolerance: 1e-8);
    }

    [Fact]
    public void S000_02_sigmoid_factor_mse_vs_bce()
    {
        SeedCase seed = SeedCase.Of("s000_02_sigmoid_factor_mse_vs_bce");
        double[] x = seed.Inputs.GetProperty("X").Flat(), y = seed.Inputs.GetProperty("y").Flat(), weights = seed.Inputs.GetProperty("W").Flat();
        (double squaredError, double[] squaredGradient) = Create(SquaredError, weights).Backward(x, y);
        (double crossEntropy, double[] crossGradient) = Create(CrossEntropy, weights).Backward(x, y);
        seed.Meets("a", seed.Expected.GetProperty("a"), Create(SquaredError, weights).Forward(x), 1e-10);
        seed.Meets("half_sse", seed.Expected.GetProperty("half_sse"), squaredError * y.Length / 2, 1e-10);
        seed.Meets("grad_half_sse", seed.Expected.GetProperty("grad_half_sse"), squaredGradient.Times(y.Length / 2.0), 1e-10);
        seed.Meets("bce_sum", seed.Expected.GetProperty("bce_sum"), crossEntropy * y.Length, 1e-10);
        seed.Meets("grad_bce_sum", seed.Expected.GetProperty("grad_bce_sum"), crossGradient.Times(y.Length), 1e-10);
        seed.IsNot("gradient of the squared error", seed.Expected.GetProperty("grad_bce_sum"), squaredGradient.Times(y.Length / 2.0), 1e-10);
        CheckTraining(seed, CrossEntropy, weights, y.Length, seed.Expected.GetProperty("train_without_factor"), tolerance: 1e-10);
    }

    [Fact]
    public void S000_04_propagate()
    {
        SeedCase seed = SeedCase.Of("s000_04_propagate");
        INetworkUnderTest network = CreateRegression(seed);
        double[] x = seed.Inputs.GetProperty("X").Transposed();
        (double cost, double[] gradient) = network.Backward(x, seed.Inputs.GetProperty("Y").Flat());
        seed.Meets("A", seed.Expected.GetProperty("A"), network.Forward(x), 1e-9);
        seed.Meets("cost", seed.Expected.GetProperty("cost"), cost, 1e-9);
        seed.Meets("dw", seed.Expected.GetProperty("dw"), gradient[..2], 1e-9);
        seed.Meets("db", seed.Expected.GetProperty("db"), gradient[2], 1e-9);
    }

    [Fact]
    public void S000_05_propagate_other_Y()
    {
        SeedCase seed = SeedCase.Of("s000_05_propagate_other_Y");
        INetworkUnderTest network = CreateRegression(seed);
        foreach (JsonElement y in seed.Inputs.GetProperty("Ys").EnumerateArray())
        {
            JsonElement expected = seed.Expected.GetProperty($"[{string.Join(", ", y.Integers())}]");
            (double cost, double[] gradient) = network.Backward(seed.Inputs.GetProperty("X").Transposed(), y.Flat());
            seed.Meets("cost", expected.GetProperty("cost"), cost, 1e-9);
            seed.Meets("dw", expected.GetProperty("dw"), gradient[..2], 1e-9);
            seed.Meets("db", expected.GetProperty("db"), gradient[2], 1e-9);
        }
    }

    /// <summary>A = sigmoid(X), without weights and bias, is what the question computed.</summary>
    [Fact]
    public void S000_06_propagate_asker_bug()
    {
        SeedCase seed = SeedCase.Of("s000_06_propagate_asker_bug");
        INetworkUnderTest network = CreateRegression(SeedCase.Of("s000_04_propagate"));
        double[] x = seed.Inputs.GetProperty("X").Transposed();
        (_, double[] gradient) = network.Backward(x, seed.Inputs.GetProperty("Y").Flat());
        foreach (double[] column in seed.Expected.GetProperty("dw_if_used").Rows().Append(seed.Expected.GetProperty("dw_if_used").Transposed()[..2]))
        {
            seed.IsNot("dw", column, gradient[..2], 1e-10);
        }

        seed.IsNot("A", seed.Expected.GetProperty("A").Rows()[0], network.Forward(x), 1e-10);
    }

    [Fact]
    public void S002_12_or_gate()
    {
        SeedCase seed = SeedCase.Of("s002_12_or_gate");
        double[] y = seed.Inputs.GetProperty("y").Flat();
        double rate = seed.Inputs.GetProperty("lr").Number() * y.Length / 2;
        int epochs = seed.Inputs.GetProperty("epochs").GetInt32();
        foreach ((string start, JsonElement weights) in new[] { "W=[[.3],[.7]]", "W=[[-1],[1]]" }.Zip(seed.Inputs.GetProperty("W0").EnumerateArray()))
        {
            JsonElement expected = seed.Expected.GetProperty(start);
            CheckGate(seed, expected.GetProperty("correct"), Create(Gate, weights.Flat()), rate, epochs);
            CheckGate(seed, expected.GetProperty("correct_2000_epochs"), Create(Gate, weights.Flat()), rate, 2000);
            INetworkUnderTest trained = Create(Gate, weights.Flat());
            Train(trained, seed, rate, epochs);
            seed.IsNot("weights of the question's update", expected.At("question_code", "W"), trained.Parameters, 1e-10);
        }
    }

    [Fact]
    public void S002_13_or_gate_true_gradient()
    {
        SeedCase seed = SeedCase.Of("s002_13_or_gate_true_gradient");
        double[] y = seed.Inputs.GetProperty("y").Flat();
        (double loss, double[] gradient) = Create(Gate, seed.Inputs.GetProperty("W").Flat()).Backward(seed.Inputs.GetProperty("X").Flat(), y);
        seed.Meets("loss", seed.Expected.GetProperty("loss"), loss * y.Length, 1e-12);
        seed.Meets("dW", seed.Expected.GetProperty("dW"), gradient.Times(y.Length), 1e-12);
    }

    /// <summary>Full-batch descent; the file gives the weights after an iteration and the outputs before its update.</summary>
    private static void CheckTraining(SeedCase seed, NetworkSpec spec, double[] start, double rate, JsonElement expected, double tolerance)
    {
        INetworkUnderTest network = Create(spec, start);
        int done = 0;
        foreach (JsonProperty checkpoint in expected.EnumerateObject())
        {
            int iterations = int.Parse(checkpoint.Name, System.Globalization.CultureInfo.InvariantCulture);
            Train(network, seed, rate, iterations - 1 - done);
            seed.Meets($"output before iteration {iterations}", checkpoint.Value.GetProperty("L1_printed"), network.Forward(seed.Inputs.GetProperty("X").Flat()), tolerance);
            Train(network, seed, rate, 1);
            seed.Meets($"weights after {iterations}", checkpoint.Value.GetProperty("W"), network.Parameters, tolerance);
            done = iterations;
        }
    }

    private static void CheckGate(SeedCase seed, JsonElement expected, INetworkUnderTest network, double rate, int epochs)
    {
        Train(network, seed, rate, epochs - 1);
        double[] last = network.Forward(seed.Inputs.GetProperty("X").Flat());
        seed.Meets("output of the last epoch", expected.GetProperty("last_layer1"), last, 1e-10);
        seed.Meets("predictions", expected.GetProperty("predictions"), [.. last.Select(a => a > 0.5 + 1e-12 ? 1.0 : 0)], 0);
        Train(network, seed, rate, 1);
        seed.Meets("weights", expected.GetProperty("W"), network.Parameters, 1e-10);
    }

    private static void Train(INetworkUnderTest network, SeedCase seed, double rate, int iterations)
    {
        double[] x = seed.Inputs.GetProperty("X").Flat(), y = seed.Inputs.GetProperty("y").Flat();
        for (int i = 0; i < iterations; i++)
        {
            network.SgdStep(x, y, rate);
        }
    }

    private static INetworkUnderTest CreateRegression(SeedCase seed)
    {
        JsonElement inputs = seed.Inputs.TryGetProperty("w", out _) ? seed.Inputs : SeedCase.Of("s000_04_propagate").Inputs;
        return Create(Regression, [.. inputs.GetProperty("w").Flat(), inputs.GetProperty("b").Number()]);
    }

    private static INetworkUnderTest Create(NetworkSpec spec, double[] parameters)
    {
        INetworkUnderTest network = Networks.Create(spec);
        network.Parameters = parameters;
        return network;
    }

    private static NetworkSpec Neuron(int inputs, Loss loss, bool bias) =>
        new([inputs, 1], [Activation.Sigmoid], loss) { Precision = Precision.Double, Bias = bias };
}
