namespace NetGen.Training;

/// <summary>rate · factor^⌊step / interval⌋.</summary>
internal sealed class StepDecaySchedule(double rate, long interval, double factor) : LearningRateSchedule
{
    private readonly double _rate = ScheduleGuard.Finite(rate, nameof(rate));
    private readonly long _interval = ScheduleGuard.Positive(interval, nameof(interval));
    private readonly double _factor = OptimizerGuard.AtMostOne(factor, nameof(factor));

    protected override double Rate(long step) => _rate * Math.Pow(_factor, step / _interval);
}
