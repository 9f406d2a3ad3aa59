using NetGen.Training;

namespace NetGen.RuntimeTests.Training;

[Trait("Category", "Numeric")]
public class ReduceOnPlateauTests
{
    [Fact]
    public void The_rate_falls_after_more_than_patience_observations_without_improvement()
    {
        ReduceOnPlateau plateau = new(1, factor: 0.5, patience: 2);
        Equal([1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25], plateau, [9, 5, 6, 5, 7, 5, 5, 5]);
        Equal([0.25, 0.25, 0.25, 0.125], plateau, [4, 4, 4, 4]);
        Assert.Equal(4, plateau.Best);
    }

    [Fact]
    public void An_improvement_starts_the_count_again() =>
        Equal([1, 1, 1, 1, 1, 1, 0.5], new(1, factor: 0.5, patience: 1), [5, 5, 4, 4, 3, 3, 3]);

    [Fact]
    public void Without_patience_every_observation_counts() =>
        Equal([1, 0.5, 0.5, 0.25], new(1, factor: 0.5, patience: 0), [5, 5, 4, 4]);

    [Fact]
    public void A_relative_threshold_is_a_share_of_the_best() =>
        Equal([1, 0.5, 0.5, 0.25], new(1, 0.5, 0, threshold: 0.25), [8, 6, 5.5, 5]);

    [Fact]
    public void An_absolute_threshold_is_a_difference_from_the_best() =>
        Equal([1, 0.5, 0.5, 0.25], new(1, 0.5, 0, threshold: 2, isThresholdAbsolute: true), [8, 6, 5.5, 4]);

    [Fact]
    public void A_larger_metric_is_better_where_asked_for()
    {
        Equal([1, 0.5, 0.5, 0.25], new(1, 0.5, 0, threshold: 0.25, maximize: true), [8, 10, 10.5, 11]);
        Equal([1, 0.5, 0.5, 0.25], new(1, 0.5, 0, threshold: 2, isThresholdAbsolute: true, maximize: true), [8, 10, 10.5, 12]);
    }

    [Fact]
    public void Observations_of_a_cooldown_do_not_count() =>
        Equal([1, 1, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25], new(1, 0.5, patience: 1, cooldown: 2), [5, 5, 5, 5, 5, 5, 5, 5]);

    [Fact]
    public void The_rate_stops_at_the_minimum() =>
        Equal([1, 0.5, 0.375, 0.375], new(1, 0.5, 0, minimum: 0.375), [5, 5, 5, 5]);

    [Fact]
    public void A_reduction_that_is_too_small_is_not_made()
    {
        Equal([1, 0.5, 0.5], new(1, 0.5, 0, leastChange: 0.25), [5, 5, 5]);
        Equal([1e-8, 1e-8], new(1e-8, 0.5, 0), [5, 5]);
        Equal([1e-8, 0.5e-8], new(1e-8, 0.5, 0, leastChange: 0), [5, 5]);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_loss_that_is_not_finite_is_no_improvement(double loss) =>
        Equal([0.5, 0.5, 0.25, 0.25], new(1, 0.5, 0), [loss, 5, loss, 4]);

    [Fact]
    public void A_restored_state_goes_on_with_the_same_bits()
    {
        double[] metrics = [.. Enumerable.Range(0, 60).Select(i => Math.Abs(Math.Sin(i * i)))];
        for (int stop = 0; stop < metrics.Length; stop++)
        {
            ReduceOnPlateau first = Create(), second = Create();
            foreach (double metric in metrics.Take(stop))
                first.Observe(metric);
            first.State.CopyTo(second.State);
            foreach (double metric in metrics.Skip(stop))
                Assert.Equal(first.Observe(metric), second.Observe(metric));
            Bits.Equal<double>(first.State, second.State);
            Assert.InRange(first.Rate, 0, 0.01);
        }

        static ReduceOnPlateau Create() => new(0.1, 0.3, patience: 2, cooldown: 3);
    }

    [Fact]
    public void Observations_allocate_nothing()
    {
        ReduceOnPlateau plateau = new(1);
        AllocationProbe.AssertNone(() => plateau.Observe(1));
    }

    [Fact]
    public void Arguments_out_of_range_throw()
    {
        foreach (double value in new[] { -0.125, double.NaN, double.PositiveInfinity })
        {
            Throws("learningRate", () => new(value));
            Throws("factor", () => new(1, value));
            Throws("threshold", () => new(1, threshold: value));
            Throws("threshold", () => new(1, threshold: value, isThresholdAbsolute: true));
            Throws("minimum", () => new(1, minimum: value));
            Throws("leastChange", () => new(1, leastChange: value));
        }

        Throws("factor", () => new(1, 1));
        Throws("patience", () => new(1, patience: -1));
        Throws("threshold", () => new(1, threshold: 1));
        Throws("cooldown", () => new(1, cooldown: -1));
        Throws("minimum", () => new(1, minimum: 1.125));
    }

    private static void Throws(string parameter, Func<ReduceOnPlateau> create) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, create);

    private static void Equal(double[] expected, ReduceOnPlateau plateau, double[] metrics)
    {
        Assert.Equal(expected, metrics.Select(plateau.Observe));
        Assert.Equal(expected[^1], plateau.Rate);
    }
}
