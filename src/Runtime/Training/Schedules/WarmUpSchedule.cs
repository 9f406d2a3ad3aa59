namespace NetGen.Training;

/// <summary>A linear warm-up to the first rate of a schedule, then that schedule from its own step 0.</summary>
internal sealed class WarmUpSchedule(LearningRateSchedule next, long steps, double startFactor) : LearningRateSchedule
{
    private readonly long _steps = ScheduleGuard.NotNegative(steps, nameof(steps));
    private readonly double _startFactor = OptimizerGuard.AtMostOne(startFactor, nameof(startFactor));

    protected override double Rate(long step) => step < _steps
        ? next.RateAt(0) * AnnealingCurve.Linear(_startFactor, 1, (double)step / _steps)
        : next.RateAt(step - _steps);
}
