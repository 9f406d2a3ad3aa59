using System.Runtime.ExceptionServices;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace NetGen.MathNet;

/// <summary>
/// One run of a method: evaluates for it, counts, reports, keeps the best point, and decides when it is to stop. Math.NET's
/// methods have no hook for an iteration, so each search says where its iterations begin.
/// </summary>
internal sealed class Minimization
{
    /// <summary>Two losses that differ relatively by no more than this are equal but for rounding.</summary>
    private const double Rounding = 1e-13;

    private readonly Objective _objective;
    private readonly IProgress<MinimizerProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private Evaluation _iterate;
    private bool _isIterating;
    private ExceptionDispatchInfo? _fault;

    /// <summary>Evaluates the point that the network holds, so that wrong arguments throw here.</summary>
    /// <exception cref="NotFiniteNumberException">The loss or its gradient is not finite at the start.</exception>
    public Minimization(
        Objective objective, Tolerances tolerances, IProgress<MinimizerProgress>? progress, CancellationToken cancellation)
    {
        (_objective, Tolerances, _progress, _cancellation) = (objective, tolerances, progress, cancellation);
        Best = _iterate = objective.Evaluate(objective.CurrentPoint(), withGradient: true);
        Evaluations = 1;
        RequireNumbers(Best);
        if (double.IsPositiveInfinity(Best.Loss))
            throw new NotFiniteNumberException("The loss is infinite at the start.", Best.Loss);
        if (Best.GradientNorm <= tolerances.Gradient)
            Reason = ExitReason.GradientTolerance;
        if (cancellation.IsCancellationRequested)
            Reason = ExitReason.Cancelled;
    }

    public Tolerances Tolerances { get; }

    /// <summary>The point of the lowest loss.</summary>
    public Evaluation Best { get; private set; }

    public int Iterations { get; private set; }

    public int Evaluations { get; private set; }

    /// <summary>Why the run is over, or null while it is not.</summary>
    public ExitReason? Reason { get; private set; }

    /// <summary>
    /// Runs a method until it is over. A method that breaks down starts again from the best point, as long as it made progress:
    /// a quasi-Newton matrix or a conjugate direction that went wrong is forgotten by that.
    /// </summary>
    /// <param name="search">Runs a method of Math.NET and returns the reason that it ended by.</param>
    public ExitReason Run(Func<Minimization, ExitReason> search)
    {
        double[] start = Best.Point.ToArray();
        try
        {
            while (Reason is null)
                RunOnce(search);
        }
        catch
        {
            start.CopyTo(_objective.Network.Parameters);
            throw;
        }

        if (Best.Gradient is null)
            (Best, Evaluations) = (_objective.Evaluate(Best.Point, withGradient: true), Evaluations + 1);
        Best.Point.ToArray().CopyTo(_objective.Network.Parameters);
        return Reason.Value;
    }

    private void RunOnce(Func<Minimization, ExitReason> search)
    {
        double before = Best.Loss;
        _iterate = Best;
        _isIterating = false;
        try
        {
            ExitReason reason = search(this);
            Reason ??= reason;
        }
        catch (OptimizationException)
        {
            _fault?.Throw();
            if (Best.Loss >= before)
                Reason ??= ExitReason.NoProgress;
        }
    }

    /// <summary>Evaluates a point that a method tries.</summary>
    public Evaluation Try(Vector<double> point, bool withGradient = true)
    {
        if (point.Equals(Best.Point) && (Best.Gradient is not null || !withGradient))
            return Best;
        Evaluation evaluation = Probe(point, withGradient);
        if (evaluation.Loss < Best.Loss)
            Best = evaluation;
        return evaluation;
    }

    /// <summary>Evaluates a point that is not to be kept.</summary>
    public Evaluation Probe(Vector<double> point, bool withGradient = true)
    {
        StopWhereCancelled();
        // A breakdown of the method, such as a division by a curvature of zero; the network is not to blame.
        if (!point.ForAll(double.IsFinite))
            throw new StopSignal();
        return Guarded(() =>
        {
            Evaluation evaluation = _objective.Evaluate(point, withGradient);
            Evaluations++;
            RequireNumbers(evaluation);
            return evaluation;
        });
    }

    /// <summary>A method starts an iteration at a point; where one was under way, it ended there.</summary>
    public void BeginIteration(Evaluation iterate)
    {
        StopWhereCancelled();
        if (_isIterating)
            EndIteration(iterate);
        _isIterating = true;
    }

    /// <summary>The iteration under way ended at a point; stops where that was the last one.</summary>
    public void EndIteration(Evaluation iterate)
    {
        if (!_isIterating)
            return;
        _isIterating = false;
        Evaluation before = _iterate;
        _iterate = iterate;
        Count(iterate);
        // A trust region that shrinks stays where it is.
        if (!ReferenceEquals(before, iterate))
            Judge(before, iterate);
        StopAfterLast();
    }

    /// <summary>An iteration ended of a method that decides itself whether it converged.</summary>
    public void EndUnjudgedIteration(Evaluation iterate)
    {
        Count(iterate);
        StopAfterLast();
    }

    /// <summary>Ends the run.</summary>
    public void Stop(ExitReason reason)
    {
        Reason ??= reason;
        throw new StopSignal();
    }

    private void Judge(Evaluation before, Evaluation iterate)
    {
        if (iterate.GradientNorm <= Tolerances.Gradient)
        {
            // A line search may have passed a lower point that leads elsewhere: the method goes on from there.
            if (iterate.Loss - Best.Loss > Rounding * Math.Max(1, Math.Abs(Best.Loss)))
                throw new StopSignal();
            Best = iterate;
            Stop(ExitReason.GradientTolerance);
        }

        if (iterate.Loss >= before.Loss)
            throw new StopSignal();
        if (Tolerances.IsLossSettled(before.Loss, iterate.Loss))
            Stop(ExitReason.LossTolerance);
        if (Tolerances.IsStepSmall(before, iterate))
            Stop(ExitReason.StepTolerance);
    }

    private void Count(Evaluation iterate)
    {
        Iterations++;
        Guarded(() =>
        {
            _progress?.Report(new MinimizerProgress(Iterations, iterate.Loss, iterate.GradientNorm, Evaluations));
            return true;
        });
    }

    /// <summary>Keeps an exception of the user's code: Math.NET would wrap it as a failure of its line search.</summary>
    private T Guarded<T>(Func<T> code)
    {
        try
        {
            return code();
        }
        catch (Exception exception)
        {
            _fault = ExceptionDispatchInfo.Capture(exception);
            throw new StopSignal();
        }
    }

    private void StopAfterLast()
    {
        if (Iterations >= Tolerances.MaximumIterations)
            Stop(ExitReason.MaximumIterations);
    }

    private void StopWhereCancelled()
    {
        if (_cancellation.IsCancellationRequested)
            Stop(ExitReason.Cancelled);
    }

    private static void RequireNumbers(Evaluation evaluation)
    {
        if (double.IsNaN(evaluation.Loss) || double.IsNegativeInfinity(evaluation.Loss))
            throw new NotFiniteNumberException($"The loss is {evaluation.Loss}; the parameters are as before.", evaluation.Loss);
        if (double.IsFinite(evaluation.Loss) && !double.IsFinite(evaluation.GradientNorm) && evaluation.Gradient is not null)
        {
            throw new NotFiniteNumberException(
                $"The loss is finite, but the norm of its gradient is {evaluation.GradientNorm}; the parameters are as before.",
                evaluation.GradientNorm);
        }
    }
}
