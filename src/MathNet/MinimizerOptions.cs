namespace NetGen.MathNet;

/// <summary>How <see cref="SecondOrder"/> minimises, what it adds to the loss, and when it stops.</summary>
public sealed record MinimizerOptions
{
    /// <summary>The method.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enum.</exception>
    public Minimizer Method
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw OptionGuard.NotDefined(value, nameof(Method));
    }

    = Minimizer.LimitedMemoryBfgs;

    /// <summary>The maximum number of iterations; of <see cref="Minimizer.NelderMead"/> that of evaluations.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaximumIterations
    {
        get;
        init => field = OptionGuard.AtLeastOne(value, nameof(MaximumIterations));
    }

    = 200;

    /// <summary>Stops where the Euclidean norm of the gradient is at most this. 0 switches it off.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double GradientTolerance
    {
        get;
        init => field = OptionGuard.NotNegative(value, nameof(GradientTolerance));
    }

    = 1e-5;

    /// <summary>
    /// Stops where an iteration lowered the loss L from L₀ by at most this times max(|L₀|, |L|, 1); <see cref="Minimizer.NelderMead"/>
    /// where the losses of the simplex differ relatively by less. 0 switches it off.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double LossTolerance
    {
        get;
        init => field = OptionGuard.NotNegative(value, nameof(LossTolerance));
    }

    = 1e-12;

    /// <summary>Stops where an iteration moved no parameter p by more than this times max(|p|, 1). 0 switches it off.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double StepTolerance
    {
        get;
        init => field = OptionGuard.NotNegative(value, nameof(StepTolerance));
    }

    = 1e-12;

    /// <summary>How many steps <see cref="Minimizer.LimitedMemoryBfgs"/> remembers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Memory
    {
        get;
        init => field = OptionGuard.AtLeastOne(value, nameof(Memory));
    }

    = 10;

    /// <summary>
    /// The λ of λ/(2m)·Σw², added to the loss, with m the number of rows and w the weights; biases are not in the sum. It is the
    /// form of Andrew Ng's course on machine learning.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double L2
    {
        get;
        init => field = OptionGuard.NotNegative(value, nameof(L2));
    }

    /// <summary>Another penalty that is added to the loss, such as an <see cref="L2Penalty"/> that does not depend on the rows.</summary>
    public IPenalty? Penalty { get; init; }
}
