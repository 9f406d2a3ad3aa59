namespace NetGen.Training;

/// <summary>
/// A learning rate for every step of a training. A schedule has no state: the rate depends on the number of the step only, so a
/// resumed training goes on with the same bits. What a step is, an update or an epoch, is up to the caller.
/// </summary>
/// <example>
/// <code>
/// LearningRateSchedule schedule = LearningRateSchedule.CosineAnnealing(1e-3, steps: 10_000).WithWarmUp(steps: 500);
/// optimizer.LearningRate = schedule.RateAt(step);
/// </code>
/// </example>
public abstract class LearningRateSchedule
{
    /// <summary>The learning rate of a step.</summary>
    /// <param name="step">The number of the step, from 0. Behind its last step a schedule keeps its last rate.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    public double RateAt(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return Rate(step);
    }

    /// <summary>The same rate in every step.</summary>
    /// <param name="rate">The rate.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public static LearningRateSchedule Constant(double rate) => new ConstantSchedule(rate);

    /// <summary>The rate multiplied by a factor again and again: rate · factor^⌊step / interval⌋ (PyTorch's <c>StepLR</c>).</summary>
    /// <param name="rate">The rate of the first steps.</param>
    /// <param name="interval">Number of steps with one rate.</param>
    /// <param name="factor">The factor, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The rate is negative or not finite, the interval is not positive, or the factor is not in [0, 1].
    /// </exception>
    public static LearningRateSchedule StepDecay(double rate, long interval, double factor = 0.1) =>
        new StepDecaySchedule(rate, interval, factor);

    /// <summary>The rate multiplied by a factor in every step: rate · factor^step (PyTorch's <c>ExponentialLR</c>).</summary>
    /// <param name="rate">The rate of step 0.</param>
    /// <param name="factor">The factor, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite, or the factor is not in [0, 1].</exception>
    public static LearningRateSchedule ExponentialDecay(double rate, double factor) =>
        new StepDecaySchedule(rate, 1, factor);

    /// <summary>
    /// Half a period of a cosine from a rate down to a minimum, which the step <paramref name="steps"/> is the first to have (Loshchilov
    /// and Hutter, 2017, without restarts; PyTorch's <c>CosineAnnealingLR</c>): minimum + (rate − minimum) · (1 + cos(π · step / steps)) / 2.
    /// </summary>
    /// <param name="rate">The rate of step 0.</param>
    /// <param name="steps">Number of steps down to the minimum.</param>
    /// <param name="minimum">The last rate.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The rate is negative or not finite, the number of steps is not positive, or the minimum is not in [0, rate].
    /// </exception>
    public static LearningRateSchedule CosineAnnealing(double rate, long steps, double minimum = 0) =>
        new CosineSchedule(rate, steps, minimum);

    /// <summary>
    /// One cycle (Smith and Topin, 2019) in the form of PyTorch's <c>OneCycleLR</c>, momentum aside: from
    /// maximum / startDivisor in step 0 up to the maximum in step riseShare · steps − 1, and down to
    /// maximum / (startDivisor · endDivisor) in the last step.
    /// </summary>
    /// <param name="maximum">The largest rate.</param>
    /// <param name="steps">Number of steps of the cycle.</param>
    /// <param name="riseShare">The share of the steps in which the rate rises.</param>
    /// <param name="annealing">The curve of the way up and of the way down.</param>
    /// <param name="startDivisor">What divides the maximum in step 0, at least 1.</param>
    /// <param name="endDivisor">What divides the first rate in the last step, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The maximum is negative or not finite, the number of steps is not positive, the share is not in [0, 1], the curve is none, or
    /// a divisor is below 1 or not finite.
    /// </exception>
    public static LearningRateSchedule OneCycle(
        double maximum,
        long steps,
        double riseShare = 0.3,
        Annealing annealing = Annealing.Cosine,
        double startDivisor = 25,
        double endDivisor = 1e4) =>
        new OneCycleSchedule(maximum, steps, riseShare, annealing, startDivisor, endDivisor);

    /// <summary>
    /// Puts a linear warm-up before this schedule, which then starts at its own step 0: in step s &lt; <paramref name="steps"/> the rate is
    /// that of step 0 times startFactor + (1 − startFactor) · s / steps (PyTorch's <c>LinearLR</c> and <c>SequentialLR</c>).
    /// </summary>
    /// <param name="steps">Number of steps of the warm-up; 0 for none.</param>
    /// <param name="startFactor">The factor of step 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of steps is negative, or the factor is not in [0, 1].</exception>
    public LearningRateSchedule WithWarmUp(long steps, double startFactor = 1.0 / 3) => new WarmUpSchedule(this, steps, startFactor);

    /// <summary>The learning rate of a step, which is not negative; the same for the same step.</summary>
    /// <param name="step">The number of the step, from 0.</param>
    protected abstract double Rate(long step);
}
