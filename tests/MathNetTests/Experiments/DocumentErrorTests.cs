using NetGen.MathNet;
using NetGen.MathNetTests.Networks;
using NetGen.Testing;

namespace NetGen.MathNetTests.Experiments;

/// <summary>Seed cases s001_10 and s002_07: two documents ask why their optimizer goes nowhere.</summary>
public class DocumentErrorTests
{
    [LargeDataTheory(MicrochipData.File)]
    [InlineData(Minimizer.Bfgs)]
    [InlineData(Minimizer.ConjugateGradient)]
    [InlineData(Minimizer.LimitedMemoryBfgs)]
    public void S001_10_a_misplaced_divisor_keeps_a_method_from_the_optimum(Minimizer method)
    {
        MicrochipData data = new();
        Logistic27 network = new();
        network.Parameters.Clear();
        MinimizerResult result = SecondOrder.Minimize(
            network, data.Features, data.Targets, new() { Method = method, Penalty = new MisplacedPenalty(1, MicrochipData.Rows) });

        Assert.InRange(result.Loss, 0.53, 0.6932);
        Assert.InRange(data.RightAnswers(network), 0, 97); // the optimum has 98
    }

    [Theory]
    [InlineData(Minimizer.Bfgs)]
    [InlineData(Minimizer.ConjugateGradient)]
    [InlineData(Minimizer.LimitedMemoryBfgs)]
    public void S002_07_a_cost_that_ignores_its_argument_shows_the_penalty_only(Minimizer method)
    {
        CheckNetwork inner = new(seed: 1);
        StuckNetwork network = new(inner);
        double[] inputs = [0.5, -0.25, 1, 0.75, 0.125, -1], targets = [1, 0, 0, 0, 0, 1];
        double loss = inner.Evaluate(inputs, targets);
        MinimizerResult result = SecondOrder.Minimize(network, inputs, targets, new() { Method = method, L2 = 1 });

        Assert.Equal(loss, result.Loss, 1e-9);
        foreach (LayerInfo layer in CheckNetwork.Layers)
            Assert.All(network.Parameters.Slice(layer.WeightsOffset, layer.WeightCount).ToArray(), weight => Assert.Equal(0, weight, 1e-4));
    }
}
