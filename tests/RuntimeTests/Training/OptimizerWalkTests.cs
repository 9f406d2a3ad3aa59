using NetGen.RuntimeTests.Losses;
using NetGen.Training;

namespace NetGen.RuntimeTests.Training;

[Trait("Category", "Numeric")]
public class OptimizerWalkTests
{
    private static readonly Func<int, IOptimizer<double>>[] All =
    [
        n => new Sgd<double>(n, 0.1, 0.9, nesterov: true, weightDecay: 0.1), n => new Adam<double>(n, amsGrad: true),
        n => new AdamW<double>(n), n => new NAdam<double>(n), n => new RAdam<double>(n, 0.1), n => new Adamax<double>(n),
        n => new RmsProp<double>(n, momentum: 0.9, centered: true), n => new Adagrad<double>(n), n => new Adadelta<double>(n),
    ];

    [Fact]
    public void Every_length_steps_as_its_elements_alone()
    {
        foreach (Func<int, IOptimizer<double>> create in All)
        {
            for (int length = 1; length <= 40; length++)
            {
                double[] gradient = [.. Enumerable.Range(0, length).Select(i => Math.Sin(i + length))];
                var row = new PoisonedRow<double>(gradient);
                double[] expected = [.. gradient];
                IOptimizer<double> whole = create(length);
                IOptimizer<double>[] single = [.. gradient.Select(_ => create(1))];
                for (int step = 0; step < 7; step++)
                {
                    whole.Step(row.Span, gradient);
                    for (int i = 0; i < length; i++)
                        single[i].Step(expected.AsSpan(i, 1), gradient.AsSpan(i, 1));
                }

                Near.Equal(expected, row.Values, 1e-13, whole.GetType().Name);
                Assert.True(row.NeighboursAreIntact);
                AllocationProbe.AssertNone(() => whole.Step(expected, gradient));
            }
        }
    }

    [Fact]
    public void Biases_do_not_decay_where_layers_are_given()
    {
        LayerInfo[] layers = [new("layers.0", 1, 2, default, "", 0, 2), new("layers.1", 2, 1, default, "", 4, 6)];
        double[] parameters = [1, 1, 1, 1, 1, 1, 1];
        new AdamW<double>(7, 0.5, weightDecay: 0.5, layers: layers).Step(parameters, new double[7]);
        Assert.Equal([0.75, 0.75, 1, 1, 0.75, 0.75, 1], parameters);
    }
}
