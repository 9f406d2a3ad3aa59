using NetGen.Training;
using static NetGen.Training.LearningRateSchedule;

namespace NetGen.RuntimeTests.Training;

[Trait("Category", "Numeric")]
public class LearningRateScheduleTests
{
    private const double Tolerance = 1e-14;

    [Fact]
    public void A_constant_rate_is_constant() => Equal([0.5, 0.5, 0.5], Constant(0.5));

    [Fact]
    public void A_step_decay_multiplies_after_every_interval()
    {
        Equal([8, 8, 8, 2, 2, 2, 0.5, 0.5, 0.5, 0.125], StepDecay(8, 3, 0.25));
        Assert.Equal(8 * 0.1, StepDecay(8, 1).RateAt(1));
        Assert.Equal(0, StepDecay(8, 1, 0.5).RateAt(long.MaxValue));
    }

    [Fact]
    public void An_exponential_decay_multiplies_in_every_step() => Equal([8, 4, 2, 1, 0.5], ExponentialDecay(8, 0.5));

    [Fact]
    public void A_cosine_goes_from_the_rate_to_the_minimum_and_stays()
    {
        double root = Math.Sqrt(0.5);
        Equal([5, 3 + (2 * root), 3, 3 - (2 * root), 1, 1, 1], CosineAnnealing(5, 4, 1));
        Assert.Equal((0.3, 0.1), (CosineAnnealing(0.3, 7, 0.1).RateAt(0), CosineAnnealing(0.3, 7, 0.1).RateAt(7)));
        Assert.Equal(0, CosineAnnealing(0.3, 7).RateAt(long.MaxValue));
        Falls(CosineAnnealing(0.3, 1000, 1e-5), 0, 1000);
    }

    [Fact]
    public void One_cycle_on_lines_rises_to_the_peak_and_falls_to_the_end() => Equal(
        [0.1, 0.55, 1, Line(1), Line(2), Line(3), Line(4), Line(5), Line(6), 0.01, 0.01],
        OneCycle(1, 10, 0.3, Annealing.Linear, 10, 10));

    [Fact]
    public void One_cycle_on_cosines_rises_to_the_peak_and_falls_to_the_end() => Equal(
        [0.1, 0.55, 1, Cosine(1), Cosine(2), Cosine(3), Cosine(4), Cosine(5), Cosine(6), 0.01, 0.01],
        OneCycle(1, 10, 0.3, Annealing.Cosine, 10, 10));

    [Theory]
    [InlineData(Annealing.Cosine)]
    [InlineData(Annealing.Linear)]
    public void One_cycle_is_monotonic_on_either_side_of_a_peak_between_steps(Annealing annealing)
    {
        LearningRateSchedule schedule = OneCycle(0.1, 1003, 0.25, annealing);
        Assert.Equal(0.1 / 25, schedule.RateAt(0));
        Assert.Equal(0.1 / 25 / 1e4, schedule.RateAt(1002));
        Falls(schedule, 250, 1002);
        for (int step = 0; step < 249; step++)
            Assert.InRange(schedule.RateAt(step + 1) - schedule.RateAt(step), 0, 0.1 * Math.PI / 2 / 249);
        Assert.InRange(schedule.RateAt(250), 0.0999, 0.1);
    }

    [Fact]
    public void One_cycle_may_only_fall_or_only_rise()
    {
        Equal([0.9, 0.8, 0.7, 0.6, 0.5], OneCycle(1, 5, 0, Annealing.Linear, 1, 2));
        Equal([1, 0.75, 0.5, 0.5], OneCycle(1, 3, 1.0 / 3, Annealing.Linear, 1, 2));
        Equal([0.5, 0.75, 1, 1], OneCycle(1, 3, 1, Annealing.Linear, 2, 2));
        Equal([0.25, 0.25], OneCycle(1, 1, 0.5, Annealing.Linear, 2, 2));
    }

    [Fact]
    public void A_warm_up_leads_to_the_start_of_any_schedule()
    {
        Equal([1, 1.75, 2.5, 3.25, 4, 2, 1], ExponentialDecay(4, 0.5).WithWarmUp(4, 0.25));
        Equal([1, 3, 2], StepDecay(3, 1, 2.0 / 3).WithWarmUp(1));
        Equal([0, 0.1, 0.55, 1], OneCycle(1, 10, 0.3, Annealing.Linear, 10, 10).WithWarmUp(1, 0));
        Equal([0, 0.25, 0.5, 2.0 / 3, 5.0 / 6, 1, 1], Constant(1).WithWarmUp(3, 0.5).WithWarmUp(2, 0));
        Equal([4, 2], ExponentialDecay(4, 0.5).WithWarmUp(0));
    }

    [Fact]
    public void A_schedule_of_ones_own_composes() => Equal([0, 3, 4, 5], new Counting().WithWarmUp(1, 0));

    [Fact]
    public void Negative_steps_throw()
    {
        LearningRateSchedule[] all =
            [Constant(1), StepDecay(1, 1), ExponentialDecay(1, 1), CosineAnnealing(1, 1), OneCycle(1, 1), new Counting()];
        foreach (LearningRateSchedule schedule in all)
        {
            Assert.Throws<ArgumentOutOfRangeException>("step", () => schedule.RateAt(-1));
            Assert.Throws<ArgumentOutOfRangeException>("step", () => schedule.WithWarmUp(1).RateAt(-1));
        }
    }

    [Theory]
    [InlineData(-0.125)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Numbers_out_of_range_throw(double value)
    {
        Throws("rate", () => Constant(value));
        Throws("rate", () => StepDecay(value, 1));
        Throws("factor", () => StepDecay(1, 1, value));
        Throws("rate", () => ExponentialDecay(value, 1));
        Throws("factor", () => ExponentialDecay(1, value));
        Throws("rate", () => CosineAnnealing(value, 1));
        Throws("minimum", () => CosineAnnealing(1, 1, value));
        Throws("maximum", () => OneCycle(value, 1));
        Throws("riseShare", () => OneCycle(1, 1, value));
        Throws("startDivisor", () => OneCycle(1, 1, startDivisor: value));
        Throws("endDivisor", () => OneCycle(1, 1, endDivisor: value));
        Throws("startFactor", () => Constant(1).WithWarmUp(1, value));
    }

    [Fact]
    public void Counts_and_ends_that_do_not_fit_throw()
    {
        Throws("interval", () => StepDecay(1, 0));
        Throws("steps", () => CosineAnnealing(1, 0));
        Throws("steps", () => OneCycle(1, 0));
        Throws("steps", () => Constant(1).WithWarmUp(-1));
        Throws("factor", () => StepDecay(1, 1, 1.125));
        Throws("minimum", () => CosineAnnealing(1, 1, 1.125));
        Throws("riseShare", () => OneCycle(1, 1, 1.125));
        Throws("startDivisor", () => OneCycle(1, 1, startDivisor: 0.5));
        Throws("annealing", () => OneCycle(1, 1, annealing: (Annealing)2));
    }

    private static double Line(int step) => 1 - (0.99 * step / 7);

    private static double Cosine(int step) => 0.01 + (0.99 * (1 + Math.Cos(Math.PI * step / 7)) / 2);

    private static void Throws(string parameter, Func<object> create) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, create);

    private static void Equal(double[] expected, LearningRateSchedule schedule)
    {
        for (int step = 0; step < expected.Length; step++)
            Assert.Equal(expected[step], schedule.RateAt(step), Tolerance);
    }

    private static void Falls(LearningRateSchedule schedule, int first, int last)
    {
        for (int step = first; step < last; step++)
            Assert.True(schedule.RateAt(step + 1) < schedule.RateAt(step), $"The rate does not fall after step {step}.");
    }

    private sealed class Counting : LearningRateSchedule
    {
        protected override double Rate(long step) => step + 3;
    }
}
