namespace NetGen.Training;

/// <summary>From maximum / startDivisor up to the maximum and down to maximum / (startDivisor · endDivisor).</summary>
internal sealed class OneCycleSchedule : LearningRateSchedule
{
    private readonly double _first;
    private readonly double _maximum;
    private readonly double _last;
    private readonly double _peak;
    private readonly double _end;
    private readonly Annealing _annealing;

    public OneCycleSchedule(
        double maximum, long steps, double riseShare, Annealing annealing, double startDivisor, double endDivisor)
    {
        _maximum = ScheduleGuard.Finite(maximum, nameof(maximum));
        _end = ScheduleGuard.Positive(steps, nameof(steps)) - 1;
        _peak = (OptimizerGuard.AtMostOne(riseShare, nameof(riseShare)) * steps) - 1;
        _annealing = annealing is Annealing.Cosine or Annealing.Linear
            ? annealing
            : throw new ArgumentOutOfRangeException(nameof(annealing), annealing, "There is no such curve.");
        _first = maximum / ScheduleGuard.Divisor(startDivisor, nameof(startDivisor));
        _last = _first / ScheduleGuard.Divisor(endDivisor, nameof(endDivisor));
    }

    protected override double Rate(long step)
    {
        double position = Math.Min(step, _end);
        if (position > _peak)
            return Between(_maximum, _last, (position - _peak) / (_end - _peak));
        return _peak == 0 ? _maximum : Between(_first, _maximum, position / _peak);
    }

    private double Between(double first, double last, double share) => _annealing == Annealing.Cosine
        ? AnnealingCurve.Cosine(first, last, share)
        : AnnealingCurve.Linear(first, last, share);
}
