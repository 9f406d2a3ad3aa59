namespace NetGen.MathNet;

/// <summary>How <see cref="LevenbergMarquardt"/> fits, and when it stops.</summary>
public sealed record LevenbergMarquardtOptions
{
    /// <summary>The maximum number of iterations.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaximumIterations
    {
        get;
        init => field = OptionGuard.AtLeastOne(value, nameof(MaximumIterations));
    }

    = 200;

    /// <summary>The damping μ at the start, relative to the largest element of the diagonal of JᵀJ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double InitialDamping
    {
        get;
        init => field = OptionGuard.Positive(value, nameof(InitialDamping));
    }

    = 1e-3;

    /// <summary>
    /// Stops where the residuals are orthogonal to every column Jⱼ of the Jacobian: |Jⱼ·r| ≤ tolerance·‖Jⱼ‖·‖r‖ (Moré, 1978).
    /// It does not depend on units. 0 switches it off.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double GradientTolerance
    {
        get;
        init => field = OptionGuard.NotNegative(value, nameof(GradientTolerance));
    }

    = 1e-13;

    /// <summary>Stops where an iteration lowered Σr² by at most this part of it. 0, the default, switches it off.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double LossTolerance
    {
        get;
        init => field = OptionGuard.NotNegative(value, nameof(LossTolerance));
    }

    /// <summary>Stops where an iteration moved no parameter p by more than this times max(|p|, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double StepTolerance
    {
        get;
        init => field = OptionGuard.NotNegative(value, nameof(StepTolerance));
    }

    = 1e-14;
}
