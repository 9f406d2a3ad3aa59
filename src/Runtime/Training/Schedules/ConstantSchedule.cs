namespace NetGen.Training;

/// <summary>The same rate in every step.</summary>
internal sealed class ConstantSchedule(double rate) : LearningRateSchedule
{
    private readonly double _rate = ScheduleGuard.Finite(rate, nameof(rate));

    protected override double Rate(long step) => _rate;
}
