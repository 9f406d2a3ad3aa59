namespace NetGen.Training;

/// <summary>minimum + (rate − minimum) · (1 + cos(π · step / steps)) / 2, then the minimum.</summary>
internal sealed class CosineSchedule : LearningRateSchedule
{
    private readonly double _rate;
    private readonly long _steps;
    private readonly double _minimum;

    public CosineSchedule(double rate, long steps, double minimum)
    {
        _rate = ScheduleGuard.Finite(rate, nameof(rate));
        _steps = ScheduleGuard.Positive(steps, nameof(steps));
        _minimum = ScheduleGuard.Minimum(minimum, rate, nameof(minimum));
    }

    protected override double Rate(long step) =>
        AnnealingCurve.Cosine(_rate, _minimum, (double)Math.Min(step, _steps) / _steps);
}
