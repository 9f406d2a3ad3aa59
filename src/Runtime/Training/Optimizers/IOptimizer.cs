using System.Numerics;

namespace NetGen.Training;

/// <summary>A rule by which a gradient moves parameters.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public interface IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The step size. It may be changed between steps; a schedule does.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or NaN.</exception>
    double LearningRate { get; set; }

    /// <summary>
    /// A live view of all that one step leaves to the next: copied out and back in, with <see cref="LearningRate"/>, it
    /// resumes a training to the bit.
    /// </summary>
    OptimizerState<T> State { get; }

    /// <summary>Moves the parameters by one step, without allocating.</summary>
    /// <param name="parameters">The parameters, updated in place.</param>
    /// <param name="gradient">The gradient of the loss, as long as <paramref name="parameters"/>; not changed.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap; nothing is written.</exception>
    void Step(Span<T> parameters, ReadOnlySpan<T> gradient);
}
