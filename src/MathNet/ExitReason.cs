namespace NetGen.MathNet;

/// <summary>Why a minimisation ended.</summary>
public enum ExitReason
{
    /// <summary>The gradient is within its tolerance.</summary>
    GradientTolerance,

    /// <summary>The loss decreased by no more than its tolerance.</summary>
    LossTolerance,

    /// <summary>No parameter moved by more than the tolerance of the step.</summary>
    StepTolerance,

    /// <summary>The maximum number of iterations is done.</summary>
    MaximumIterations,

    /// <summary>
    /// No lower loss was found in the direction of the method, nor in that of the gradient: the loss is flat to rounding, or
    /// has a kink there.
    /// </summary>
    NoProgress,

    /// <summary>The cancellation token asked to stop.</summary>
    Cancelled,
}
