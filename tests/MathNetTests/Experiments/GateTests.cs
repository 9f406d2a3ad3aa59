using NetGen.MathNet;
using NetGen.MathNetTests.Networks;

namespace NetGen.MathNetTests.Experiments;

/// <summary>Seed cases s001_12 and s002_12: XOR and OR, whose documents train them by gradient descent.</summary>
public class GateTests
{
    /// <summary>60,000 iterations of gradient descent reach this mean absolute error.</summary>
    private const double ErrorOfGradientDescent = 0.0031835307355949105;

    private static readonly double[] Or = [0, 1, 1, 1];
    private static readonly double[] Bits = [0, 0, 0, 1, 1, 0, 1, 1];
    private static readonly double[] XorInputs = [0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1];
    private static readonly double[] Xor = [0, 1, 1, 0];

    /// <summary>The start of the document, layer by layer.</summary>
    private static readonly double[] XorStart =
    [
        -0.165955990594852, 0.4406489868843162, -0.9997712503653102, -0.39533485473632046,
        -0.7064882183657739, -0.8153228104624044, -0.6274795772446582, -0.3088785459139045,
        -0.20646505153866013, 0.07763346800671389, -0.1616109711934104, 0.370439000793519,
        -0.5910955005369651, 0.7562348727818908, -0.9452248136041477, 0.34093502035680445,
    ];

    [Theory]
    [InlineData(Minimizer.Bfgs, 0.3, 0.7)]
    [InlineData(Minimizer.Bfgs, -1, 1)]
    [InlineData(Minimizer.ConjugateGradient, -1, 1)]
    [InlineData(Minimizer.LimitedMemoryBfgs, -1, 1)]
    [InlineData(Minimizer.TrustRegionNewtonCG, -1, 1)]
    [InlineData(Minimizer.NelderMead, -1, 1)]
    public void Or_is_learnt_from_both_starts(Minimizer method, double first, double second)
    {
        OrGate network = new();
        (network.Parameters[0], network.Parameters[1]) = (first, second);
        SecondOrder.Minimize(network, Bits, Or, new() { Method = method });
        double[] outputs = new double[4];
        network.Forward(Bits, outputs);
        Assert.Equal(0.5, outputs[0]);
        Assert.All(outputs[1..], output => Assert.InRange(output, 0.97, 1));
    }

    [Fact]
    public void Xor_is_learnt_from_the_start_of_the_document()
    {
        XorGate network = new();
        XorStart.CopyTo(network.Parameters);
        Assert.Equal(0.4964100319027255, MeanAbsoluteError(network), 1e-12);
        MinimizerResult result = SecondOrder.Minimize(
            network, XorInputs, Xor, new() { Method = Minimizer.TrustRegionNewtonCG, GradientTolerance = 1e-8 });
        Assert.InRange(MeanAbsoluteError(network), 0, ErrorOfGradientDescent);
        Assert.InRange(result.Iterations, 1, 100);
    }

    /// <summary>The loss has local minima, at one half for one or two of the patterns, which these methods meet from some starts.</summary>
    [Theory]
    [InlineData(Minimizer.Bfgs)]
    [InlineData(Minimizer.ConjugateGradient)]
    [InlineData(Minimizer.LimitedMemoryBfgs)]
    [InlineData(Minimizer.NelderMead)]
    public void Xor_is_learnt_from_a_seeded_start(Minimizer method)
    {
        XorGate network = new(seed: 1);
        MinimizerResult result = SecondOrder.Minimize(
            network, XorInputs, Xor, new() { Method = method, GradientTolerance = 1e-8, MaximumIterations = 1000 });
        Assert.True(result.Converged, result.ToString());
        Assert.InRange(MeanAbsoluteError(network), 0, ErrorOfGradientDescent);
    }

    private static double MeanAbsoluteError(XorGate network)
    {
        double[] outputs = new double[4];
        network.Forward(XorInputs, outputs);
        return outputs.Zip(Xor, (output, target) => Math.Abs(output - target)).Average();
    }
}
