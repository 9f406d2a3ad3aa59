using MathNet.Numerics.LinearAlgebra;

namespace NetGen.MathNet;

/// <summary>
/// Finds a step that satisfies the strong Wolfe conditions, by cubic interpolation (Nocedal and Wright, Numerical Optimization,
/// 2nd edition, algorithms 3.5 and 3.6).
/// </summary>
internal sealed class WolfeSearch(Minimization minimization, Evaluation start, Vector<double> direction)
{
    /// <summary>The share of the slope at the start that the loss has to decrease by, and that which may be left.</summary>
    private const double Decrease = 1e-4, Curvature = 0.1;

    /// <summary>How near an interpolated step may come to an end of its interval, and how far the interval may grow.</summary>
    private const double Margin = 0.1, SmallestGrowth = 2, LargestGrowth = 10;

    private const int MaximumTrials = 25;

    private readonly Trial _start = new(0, direction * start.RequiredGradient, start);
    private int _trials;

    /// <summary>Searches from a first step; leaves by <see cref="StopSignal"/> where no step lowers the loss.</summary>
    public Trial Find(double step)
    {
        Trial before = _start;
        while (_trials < MaximumTrials)
        {
            Trial trial = At(step);
            if (IsTooHigh(trial, before))
                return Narrow(before, trial);
            if (IsFlat(trial))
                return trial;
            if (trial.Slope >= 0)
                return Narrow(trial, before);
            double minimum = Trial.CubicMinimum(before, trial);
            before = trial;
            step = double.IsNaN(minimum) || minimum <= step
                ? LargestGrowth * step
                : Math.Clamp(minimum, SmallestGrowth * step, LargestGrowth * step);
        }

        return LowerThanStart(before);
    }

    /// <summary>Narrows an interval that holds a right step; <paramref name="low"/> is its end of the lower loss.</summary>
    private Trial Narrow(Trial low, Trial high)
    {
        while (_trials < MaximumTrials)
        {
            Trial trial = At(Between(low, high));
            if (IsTooHigh(trial, low))
            {
                high = trial;
                continue;
            }

            if (IsFlat(trial))
                return trial;
            if (trial.Slope * (high.Step - low.Step) >= 0)
                high = low;
            low = trial;
        }

        return LowerThanStart(low);
    }

    private static double Between(Trial low, Trial high)
    {
        double share = (Trial.CubicMinimum(low, high) - low.Step) / (high.Step - low.Step);
        // Where the loss is infinite there is no cubic, and the step was far too long.
        return low.Step + ((double.IsNaN(share) ? Margin : Math.Clamp(share, Margin, 1 - Margin)) * (high.Step - low.Step));
    }

    private bool IsTooHigh(Trial trial, Trial lowest) =>
        trial.Loss > _start.Loss + (Decrease * trial.Step * _start.Slope) || (trial.Loss >= lowest.Loss && lowest.Step > 0);

    private bool IsFlat(Trial trial) => Math.Abs(trial.Slope) <= -Curvature * _start.Slope;

    private Trial At(double step)
    {
        _trials++;
        Evaluation evaluation = minimization.Try(start.Point + (step * direction));
        return new Trial(step, direction * evaluation.RequiredGradient, evaluation);
    }

    private static Trial LowerThanStart(Trial trial) => trial.Step > 0 ? trial : throw new StopSignal();
}
