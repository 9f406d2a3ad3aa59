using System.Numerics;
using NetGen.RuntimeTests.Losses;
using NetGen.Training;

namespace NetGen.RuntimeTests.Training;

public sealed class SingleOptimizerTests : OptimizerTests<float>;

public sealed class DoubleOptimizerTests : OptimizerTests<double>;

/// <summary>What every optimizer keeps, at every length.</summary>
[Trait("Category", "Numeric")]
public abstract class OptimizerTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Fact]
    public void Sgd_subtracts_the_scaled_gradient()
    {
        ForEveryLength((parameters, gradient) =>
        {
            var p = new PoisonedRow<T>(parameters);
            new Sgd<T>(0.25).Step(p.Span, new PoisonedRow<T>(gradient).Span);
            Near.Equal([.. parameters.Zip(gradient, (x, g) => x - (0.25 * g))], p.Values, Near.Tolerance<T>(), "parameters");
            Assert.True(p.NeighboursAreIntact);
        });
    }

    [Fact]
    public void Adam_follows_its_formula()
    {
        ForEveryLength((parameters, gradient) =>
        {
            var p = new PoisonedRow<T>(parameters);
            var g = new PoisonedRow<T>(gradient);
            var optimizer = new Adam<T>(parameters.Length, 0.125);
            double[] expected = [.. parameters];
            double[] m = new double[parameters.Length];
            double[] v = new double[parameters.Length];
            for (int step = 1; step <= 3; step++)
            {
                optimizer.Step(p.Span, g.Span);
                Adam(step, 0.125, expected, gradient, m, v);
            }

            Near.Equal(expected, p.Values, Near.Tolerance<T>(), "parameters");
            Assert.True(p.NeighboursAreIntact);
        });
    }

    [Fact]
    public void Steps_allocate_nothing()
    {
        T[] parameters = new T[37];
        T[] gradient = new T[37];
        var sgd = new Sgd<T>(0.1);
        var adam = new Adam<T>(37);
        AllocationProbe.AssertNone(() =>
        {
            sgd.Step(parameters, gradient);
            adam.Step(parameters, gradient);
        });
    }

    [Fact]
    public void Lengths_that_do_not_fit_throw_and_change_nothing()
    {
        T[] parameters = new T[3];
        var adam = new Adam<T>(3);
        Assert.Throws<ArgumentException>("gradient", () => new Sgd<T>(0.1).Step(parameters, new T[2]));
        Assert.Throws<ArgumentException>("gradient", () => adam.Step(parameters, [T.One, T.One]));
        Assert.Throws<ArgumentException>("parameters", () => adam.Step(new T[4], new T[4]));
        Assert.Equal(new T[3], parameters);
    }

    [Fact]
    public void Rates_out_of_range_throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd<T>(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd<T>(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd<T>(1).LearningRate = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<T>(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<T>(1, beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<T>(1, beta2: -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<T>(1, epsilon: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<T>(1).LearningRate = double.NaN);
    }

    private static void Adam(int step, double rate, double[] parameters, double[] gradient, double[] m, double[] v)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            m[i] = (0.9 * m[i]) + (0.1 * gradient[i]);
            v[i] = (0.999 * v[i]) + (0.001 * gradient[i] * gradient[i]);
            double mean = m[i] / (1 - Math.Pow(0.9, step));
            double square = v[i] / (1 - Math.Pow(0.999, step));
            parameters[i] -= rate * mean / (Math.Sqrt(square) + 1e-8);
        }
    }

    private static void ForEveryLength(Action<double[], double[]> check)
    {
        var random = new Random(3);
        for (int length = 1; length <= 40; length++)
        {
            double[] parameters = [.. Enumerable.Range(0, length).Select(_ => random.Next(-64, 65) / 64.0)];
            double[] gradient = [.. Enumerable.Range(0, length).Select(_ => random.Next(-64, 65) / 64.0)];
            check(parameters, gradient);
        }
    }
}
