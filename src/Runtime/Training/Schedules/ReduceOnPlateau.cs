namespace NetGen.Training;

/// <summary>
/// Reduces a learning rate when a metric stops improving, by the rule of PyTorch's <c>ReduceLROnPlateau</c>: after more than
/// <c>patience</c> observations in a row without an improvement on the best one, rate ← max(factor · rate, minimum); then
/// <c>cooldown</c> observations do not count.
/// </summary>
/// <example>
/// <code>
/// ReduceOnPlateau plateau = new(optimizer.LearningRate, factor: 0.5, patience: 5);
/// optimizer.LearningRate = plateau.Observe(validationLoss);
/// </code>
/// </example>
public sealed class ReduceOnPlateau
{
    private const int RateIndex = 0;
    private const int BestIndex = 1;
    private const int BadIndex = 2;
    private const int CooldownIndex = 3;

    private readonly double _factor;
    private readonly int _patience;
    private readonly double _threshold;
    private readonly bool _isThresholdAbsolute;
    private readonly bool _maximize;
    private readonly int _cooldown;
    private readonly double _minimum;
    private readonly double _leastChange;
    private readonly double[] _state;

    /// <summary>Starts with a learning rate, before any observation.</summary>
    /// <param name="learningRate">The learning rate to start with.</param>
    /// <param name="factor">The factor of a reduction, below 1.</param>
    /// <param name="patience">Number of observations without improvement that are put up with.</param>
    /// <param name="threshold">How much better than the best an observation must be to count as an improvement.</param>
    /// <param name="isThresholdAbsolute">Whether the threshold is a difference, not a share of the best.</param>
    /// <param name="maximize">Whether a larger metric is better, as an accuracy, not a smaller one, as a loss.</param>
    /// <param name="cooldown">Number of observations after a reduction that do not count as without improvement.</param>
    /// <param name="minimum">The least learning rate.</param>
    /// <param name="leastChange">A reduction by no more than this is not made.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A value is negative or not finite, the factor or a threshold that is a share is not below 1, or the minimum is above the
    /// learning rate.
    /// </exception>
    public ReduceOnPlateau(
        double learningRate,
        double factor = 0.1,
        int patience = 10,
        double threshold = 1e-4,
        bool isThresholdAbsolute = false,
        bool maximize = false,
        int cooldown = 0,
        double minimum = 0,
        double leastChange = 1e-8)
    {
        double rate = ScheduleGuard.Finite(learningRate, nameof(learningRate));
        _factor = OptimizerGuard.BelowOne(factor, nameof(factor));
        _patience = (int)ScheduleGuard.NotNegative(patience, nameof(patience));
        _threshold = isThresholdAbsolute
            ? ScheduleGuard.Finite(threshold, nameof(threshold))
            : OptimizerGuard.BelowOne(threshold, nameof(threshold));
        _isThresholdAbsolute = isThresholdAbsolute;
        _maximize = maximize;
        _cooldown = (int)ScheduleGuard.NotNegative(cooldown, nameof(cooldown));
        _minimum = ScheduleGuard.Minimum(minimum, rate, nameof(minimum));
        _leastChange = ScheduleGuard.Finite(leastChange, nameof(leastChange));
        _state = [rate, maximize ? double.NegativeInfinity : double.PositiveInfinity, 0, 0];
    }

    /// <summary>The learning rate.</summary>
    public double Rate => _state[RateIndex];

    /// <summary>The best metric so far; before the first, the worst there is: +∞, or −∞ where larger is better.</summary>
    public double Best => _state[BestIndex];

    /// <summary>
    /// A live view of all that one observation leaves to the next: the rate, the best metric, the number of observations without
    /// improvement, the observations left of the cooldown. Copied out, and into an instance made with the same arguments, it goes on
    /// to the bit; what is written is not checked.
    /// </summary>
    public Span<double> State => _state;

    /// <summary>Takes the next value of the metric, usually after an epoch; returns the learning rate from here on.</summary>
    /// <param name="metric">The value; a NaN is no improvement.</param>
    public double Observe(double metric)
    {
        if (IsImprovement(metric))
        {
            _state[BestIndex] = metric;
            _state[BadIndex] = 0;
        }
        else
        {
            _state[BadIndex]++;
        }

        if (_state[CooldownIndex] > 0)
        {
            _state[CooldownIndex]--;
            _state[BadIndex] = 0;
        }

        if (_state[BadIndex] > _patience)
            Reduce();
        return Rate;
    }

    private void Reduce()
    {
        double reduced = Math.Max(Rate * _factor, _minimum);
        if (Rate - reduced > _leastChange)
            _state[RateIndex] = reduced;
        _state[CooldownIndex] = _cooldown;
        _state[BadIndex] = 0;
    }

    private bool IsImprovement(double metric)
    {
        double margin = _maximize ? _threshold : -_threshold;
        double limit = _isThresholdAbsolute ? Best + margin : Best * (1 + margin);
        return _maximize ? metric > limit : metric < limit;
    }
}
