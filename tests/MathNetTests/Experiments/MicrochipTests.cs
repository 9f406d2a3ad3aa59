using NetGen.MathNet;
using NetGen.MathNetTests.Data;
using NetGen.MathNetTests.Networks;
using NetGen.Testing;

namespace NetGen.MathNetTests.Experiments;

/// <summary>Seed cases s001_07, s001_08 and s001_09: regularised logistic regression on 27 features.</summary>
public class MicrochipTests
{
    [LargeDataTheory(MicrochipData.File)]
    [InlineData(Minimizer.Bfgs, 1, 98, 0.5290027297126465)]
    [InlineData(Minimizer.Bfgs, 10, 88, 0.6482157014458083)]
    [InlineData(Minimizer.Bfgs, 100, 72, 0.6864838338726167)]
    [InlineData(Minimizer.ConjugateGradient, 1, 98, 0.5290027297126465)]
    [InlineData(Minimizer.ConjugateGradient, 10, 88, 0.6482157014458083)]
    [InlineData(Minimizer.ConjugateGradient, 100, 72, 0.6864838338726167)]
    [InlineData(Minimizer.LimitedMemoryBfgs, 1, 98, 0.5290027297126465)]
    [InlineData(Minimizer.LimitedMemoryBfgs, 10, 88, 0.6482157014458083)]
    [InlineData(Minimizer.LimitedMemoryBfgs, 100, 72, 0.6864838338726167)]
    [InlineData(Minimizer.TrustRegionNewtonCG, 1, 98, 0.5290027297126465)]
    [InlineData(Minimizer.TrustRegionNewtonCG, 10, 88, 0.6482157014458083)]
    [InlineData(Minimizer.TrustRegionNewtonCG, 100, 72, 0.6864838338726167)]
    public void Accuracy_and_loss_are_those_of_the_optimum(Minimizer method, double lambda, int rightAnswers, double loss)
    {
        MicrochipData data = new();
        Logistic27 network = FromZero();
        MinimizerResult result = SecondOrder.Minimize(network, data.Features, data.Targets, new() { Method = method, L2 = lambda });
        Assert.True(result.Converged, result.ToString());
        Assert.Equal(loss, result.Loss, 1e-8);
        Assert.Equal(rightAnswers, data.RightAnswers(network));
    }

    [LargeDataTheory(MicrochipData.File)]
    [InlineData(Minimizer.Bfgs)]
    [InlineData(Minimizer.ConjugateGradient)]
    [InlineData(Minimizer.LimitedMemoryBfgs)]
    [InlineData(Minimizer.TrustRegionNewtonCG)]
    public void Parameters_are_those_of_the_optimum(Minimizer method)
    {
        MicrochipData data = new();
        Logistic27 network = FromZero();
        SecondOrder.Minimize(network, data.Features, data.Targets, new() { Method = method, L2 = 1, GradientTolerance = 1e-9, LossTolerance = 0 });
        double[] expected = Theta.ToParameters(Logistic27.Layers, MicrochipReference.ThetaOfLambda1);
        Assert.All(network.Parameters.ToArray(), (value, i) => Assert.Equal(expected[i], value, 1e-6));
    }

    /// <summary>The loss has a flat valley without regularisation: the accuracy depends on where a method stops in it.</summary>
    [LargeDataTheory(MicrochipData.File)]
    [InlineData(Minimizer.Bfgs)]
    [InlineData(Minimizer.ConjugateGradient)]
    [InlineData(Minimizer.LimitedMemoryBfgs)]
    [InlineData(Minimizer.TrustRegionNewtonCG)]
    public void Without_regularization_the_loss_goes_below_that_of_the_documents(Minimizer method)
    {
        MicrochipData data = new();
        Logistic27 network = FromZero();
        MinimizerResult result = SecondOrder.Minimize(network, data.Features, data.Targets, new() { Method = method, MaximumIterations = 1000 });
        Assert.InRange(result.Loss, 0, 0.27);
        Assert.InRange(data.RightAnswers(network), 101, MicrochipData.Rows);
    }

    [LargeDataFact(MicrochipData.File)]
    public void Cost_and_gradient_are_those_of_the_course()
    {
        AssertCost(0, 1, 0.6931471805599454, MicrochipReference.GradientAtZero);
        AssertCost(1, 10, 3.164509331615219, MicrochipReference.GradientAtOne);
    }

    private static void AssertCost(double theta, double lambda, double cost, double[] gradientOfTheta)
    {
        MicrochipData data = new();
        Logistic27 network = new();
        network.Parameters.Fill(theta);
        double[] gradient = new double[Logistic27.ParameterCount];
        double loss = network.Backward(data.Features, data.Targets, gradient)
            + L2Penalty.OverRows(lambda, MicrochipData.Rows).AddTo(network.Parameters, Logistic27.Layers, gradient);
        Assert.Equal(cost, loss, 1e-10);
        double[] expected = Theta.ToParameters(Logistic27.Layers, gradientOfTheta);
        Assert.All(gradient, (value, i) => Assert.Equal(expected[i], value, 1e-10));
    }

    private static Logistic27 FromZero()
    {
        Logistic27 network = new();
        network.Parameters.Clear();
        return network;
    }
}
