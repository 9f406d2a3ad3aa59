namespace NetGen.MathNet;

/// <summary>
/// Fits the outputs of a network to targets by least squares, with Levenberg and Marquardt's method of Math.NET Numerics, and
/// tells how well the parameters are determined.
/// </summary>
/// <remarks>
/// <para>
/// Minimises Σr² over all rows and outputs, r = o − t; the loss that the network declares plays no part. The Jacobian of the
/// residuals has a row per row of inputs and output, each by one <c>VectorJacobianProduct</c>; an iteration takes memory and
/// time with the square of the number of parameters, so the method is for up to a few hundred of them.
/// </para>
/// <para>
/// Exceptions, cancellation and the parameters that are kept are those of <see cref="SecondOrder"/>.
/// </para>
/// </remarks>
public static class LevenbergMarquardt
{
    /// <summary>Fits the network.</summary>
    /// <param name="network">The network; it starts from the parameters that it holds.</param>
    /// <param name="inputs">Rows of inputs, at least one.</param>
    /// <param name="targets">As many rows of targets.</param>
    /// <param name="options">Damping and limits; null for the defaults.</param>
    /// <param name="progress">Told after every iteration, on the thread of the call; the loss is Σr².</param>
    /// <param name="cancellationToken">Asks to stop; the best parameters so far are kept.</param>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or there is no row.</exception>
    /// <exception cref="NotFiniteNumberException">A residual or derivative is not a number; the parameters are as before.</exception>
    public static LeastSquaresFit Fit(
        ITrainableNetwork<double> network,
        ReadOnlySpan<double> inputs,
        ReadOnlySpan<double> targets,
        LevenbergMarquardtOptions? options = null,
        IProgress<MinimizerProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new LevenbergMarquardtOptions();
        var residuals = new Residuals(network, inputs, targets);
        Tolerances tolerances = new(options.MaximumIterations, 0, options.LossTolerance, options.StepTolerance, SmallestLoss: 0);
        var minimization = new Minimization(new SumOfSquares(residuals), tolerances, progress, cancellationToken);
        ExitReason reason = minimization.Run(run => DampedSearch.Run(run, residuals, options));
        if (reason.IsConvergence())
            Polish.Run(residuals);
        return new(minimization.Iterations, minimization.Evaluations, reason, GoodnessOfFit.Of(residuals));
    }
}
