using NetGen.MathNet;
using NetGen.MathNetTests.Data;
using NetGen.MathNetTests.Networks;
using NetGen.Testing;

namespace NetGen.MathNetTests.Experiments;

/// <summary>Seed cases s001_06 and s002_07: the network 400-25-10 on 5000 digits.</summary>
public class DigitsTests
{
    /// <summary>The pixels were stored in single precision, which moves the cost by 5e-10.</summary>
    [LargeDataTheory(DigitsData.File)]
    [InlineData(0, 0.28762916516131887)]
    [InlineData(1, 0.3837698590909236)]
    public void Cost_and_gradient_at_the_given_weights_are_those_of_the_course(int lambda, double cost)
    {
        DigitsData data = new();
        Digits network = WithGivenWeights();
        double[] gradient = new double[Digits.ParameterCount];
        double loss = network.Backward(data.Inputs, data.Targets, gradient)
            + L2Penalty.OverRows(lambda, data.Labels.Length).AddTo(network.Parameters, Digits.Layers, gradient);
        Assert.Equal(cost, loss, 1e-9);
        double[] expected = Thetas($"coursera/ex4_expected_grads_lambda{lambda}_f64.safetensors", "dTheta");
        Assert.All(gradient, (value, i) => Assert.Equal(expected[i], value, 1e-9));
        Assert.Equal(0.9752, data.Accuracy(network), 1e-12);
    }

    /// <summary>The documents expect about 95 % from 50 iterations; see docs/second-order.md for each seed and method.</summary>
    [LargeDataTheory(DigitsData.File)]
    [InlineData(Minimizer.ConjugateGradient, 0)]
    [InlineData(Minimizer.ConjugateGradient, 1)]
    [InlineData(Minimizer.ConjugateGradient, 2)]
    [InlineData(Minimizer.LimitedMemoryBfgs, 0)]
    public void Fifty_iterations_learn_the_digits(Minimizer method, int seed)
    {
        DigitsData data = new();
        Digits network = new(seed);
        MinimizerResult result = SecondOrder.Minimize(
            network, data.Inputs, data.Targets, new() { Method = method, MaximumIterations = 50, L2 = 1 });
        Assert.Equal((ExitReason.MaximumIterations, 50), (result.Reason, result.Iterations));
        Assert.InRange(data.Accuracy(network), 0.96, 1);
        double cost = network.Evaluate(data.Inputs, data.Targets)
            + L2Penalty.OverRows(1, data.Labels.Length).AddTo(network.Parameters, Digits.Layers, default);
        Assert.Equal(result.Loss, cost, 1e-12);
    }

    /// <summary>A cost that ignored the parameters that the optimizer hands to it would stay where it is.</summary>
    [LargeDataFact(DigitsData.File)]
    public void The_given_weights_are_improved()
    {
        DigitsData data = new();
        Digits network = WithGivenWeights();
        MinimizerResult result = SecondOrder.Minimize(
            network, data.Inputs, data.Targets, new() { Method = Minimizer.ConjugateGradient, MaximumIterations = 20, L2 = 1 });
        Assert.InRange(result.Loss, 0.28, 0.38);
        Assert.InRange(data.Accuracy(network), 0.9752, 1);
    }

    private static Digits WithGivenWeights()
    {
        Digits network = new();
        Thetas("coursera/ex4weights_f64.safetensors", "Theta").CopyTo(network.Parameters);
        return network;
    }

    private static double[] Thetas(string file, string name)
    {
        TensorFile tensors = new(LargeData.PathOf(file));
        return Theta.ToParameters(Digits.Layers, tensors.Doubles(name + "1"), tensors.Doubles(name + "2"));
    }
}
