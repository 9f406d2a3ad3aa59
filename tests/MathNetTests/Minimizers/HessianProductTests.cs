using MathNet.Numerics.LinearAlgebra;
using NetGen.MathNet;
using NetGen.MathNetTests.Networks;

namespace NetGen.MathNetTests.Minimizers;

public class HessianProductTests
{
    /// <summary>The Hessian of the mean squared error of a line is 2/n·[[Σx², Σx], [Σx, n]].</summary>
    [Fact]
    public void The_operator_multiplies_as_the_matrix_does()
    {
        double[] x = [1, 2, 3, 4, 5], y = [1, 2, 3, 4, 7];
        Line network = new(seed: 1);
        RegularizedLoss loss = RegularizedLoss.Of(network, new TargetBatch(network, x, y), new() { L2 = 5 });
        Minimization minimization = new(loss, Tolerances.Of(new()), null, default);
        HessianProduct hessian = new(minimization, minimization.Best.Point);
        Vector<double> product = hessian * Vector<double>.Build.Dense([3.0, -1]);
        Assert.Equal((2 / 5.0 * ((3 * 55) - 15)) + 3, product[0], 1e-7);
        Assert.Equal(2 / 5.0 * ((3 * 15) - 5), product[1], 1e-7);
        Assert.Equal([0.0, 0], hessian * Vector<double>.Build.Dense(2));
    }
}
