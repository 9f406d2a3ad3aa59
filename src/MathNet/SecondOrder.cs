namespace NetGen.MathNet;

/// <summary>
/// Trains networks in double precision by methods that look at all rows at once and need no learning rate, from Math.NET Numerics.
/// </summary>
/// <remarks>
/// <para>
/// A call returns how it ended and never throws because a method gave up; the network then holds the parameters of the lowest
/// loss that was met. A cancellation is answered before the next pass over the rows, and is a result too
/// (<see cref="ExitReason.Cancelled"/>).
/// </para>
/// <para>
/// Where a method tries a step that is too long and the loss is infinite there, it steps back. A loss or gradient of NaN, or an
/// infinite loss at the start, throws, and so does anything that the network, the penalty or the progress throws; the parameters
/// are then as before the call. No other thread may use the network meanwhile. The rows are copied once.
/// </para>
/// </remarks>
public static class SecondOrder
{
    /// <summary>The largest number of parameters of <see cref="Minimizer.Bfgs"/>, where its matrix takes 128 MB.</summary>
    public const int BfgsParameterLimit = 4000;

    /// <summary>Minimises the loss over <paramref name="targets"/>.</summary>
    /// <param name="network">The network; it starts from the parameters that it holds.</param>
    /// <param name="inputs">Rows of inputs, at least one.</param>
    /// <param name="targets">As many rows of targets.</param>
    /// <param name="options">The method, penalties and limits; null for the defaults.</param>
    /// <param name="progress">Told after every iteration, on the thread of the call.</param>
    /// <param name="cancellationToken">Asks to stop; the best parameters so far are kept.</param>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or the network is too large for the method.</exception>
    /// <exception cref="NotFiniteNumberException">The loss or its gradient is not a number; the parameters are as before.</exception>
    public static MinimizerResult Minimize(
        ITrainableNetwork<double> network,
        ReadOnlySpan<double> inputs,
        ReadOnlySpan<double> targets,
        MinimizerOptions? options = null,
        IProgress<MinimizerProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Minimize(network, new TargetBatch(network, inputs.ToArray(), targets.ToArray()), options, progress, cancellationToken);
    }

    /// <summary>Minimises the loss over <paramref name="labels"/>.</summary>
    /// <param name="network">The network; it starts from the parameters that it holds.</param>
    /// <param name="inputs">Rows of inputs, at least one.</param>
    /// <param name="labels">One class index per row.</param>
    /// <param name="options">The method, penalties and limits; null for the defaults.</param>
    /// <param name="progress">Told after every iteration, on the thread of the call.</param>
    /// <param name="cancellationToken">Asks to stop; the best parameters so far are kept.</param>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or the network is too large for the method.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not the index of an output.</exception>
    /// <exception cref="NotFiniteNumberException">The loss or its gradient is not a number; the parameters are as before.</exception>
    public static MinimizerResult Minimize(
        IClassifierNetwork<double> network,
        ReadOnlySpan<double> inputs,
        ReadOnlySpan<int> labels,
        MinimizerOptions? options = null,
        IProgress<MinimizerProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Minimize(network, new LabelBatch(network, inputs.ToArray(), labels.ToArray()), options, progress, cancellationToken);
    }

    private static MinimizerResult Minimize(
        ITrainableNetwork<double> network,
        IFullBatch batch,
        MinimizerOptions? options,
        IProgress<MinimizerProgress>? progress,
        CancellationToken cancellationToken)
    {
        options ??= new MinimizerOptions();
        RequireMemory(network, options.Method);
        // Checks the lengths before the number of rows divides λ.
        batch.Evaluate();
        RegularizedLoss loss = RegularizedLoss.Of(network, batch, options);
        var minimization = new Minimization(loss, Tolerances.Of(options), progress, cancellationToken);
        ExitReason reason = minimization.Run(Search(options));
        Evaluation best = minimization.Best;
        return new(best.Loss, best.Penalty, best.GradientNorm, minimization.Iterations, minimization.Evaluations, reason);
    }

    private static void RequireMemory(ITrainableNetwork<double> network, Minimizer method)
    {
        int count = network.Parameters.Length;
        if (method == Minimizer.Bfgs && count > BfgsParameterLimit)
        {
            throw new ArgumentException(
                $"The network has {count} parameters, but at most {BfgsParameterLimit} are expected for {method}; "
                + $"{Minimizer.LimitedMemoryBfgs} takes any number.",
                nameof(network));
        }
    }

    private static Func<Minimization, ExitReason> Search(MinimizerOptions options) => options.Method switch
    {
        Minimizer.Bfgs => LineSearches.Bfgs,
        Minimizer.LimitedMemoryBfgs => minimization => LineSearches.LimitedMemoryBfgs(minimization, options.Memory),
        Minimizer.ConjugateGradient => ConjugateGradients.Run,
        Minimizer.TrustRegionNewtonCG => TrustRegion.Run,
        _ => NelderMead.Run,
    };
}
