using System.Numerics;

namespace NetGen.Training;

/// <summary>
/// Compares the gradient of <c>Backward</c> with central differences of <c>Evaluate</c>, parameter by parameter.
/// </summary>
/// <remarks>
/// <para>
/// A parameter p is moved by h = ∛ε · max(1, |p|), with the ε of <c>T</c> (2⁻²³ or 2⁻⁵²), and ∂L/∂p is
/// (L(p + h) − L(p − h)) / ((p + h) − (p − h)): this step balances the truncation error O(h²) and the rounding error O(ε/h).
/// In double precision the relative difference of a right gradient is below 1e-7, in single precision about 1e-3 to 1e-2.
/// It is larger where a parameter lies within h of a kink, such as that of a ReLU, or where the loss is large.
/// </para>
/// <para>
/// The loss is evaluated twice per parameter, so a check is for small networks and few rows. The parameters are changed while
/// it runs, and hold the same bits as before when it ends, also by an exception; no other thread may use the network meanwhile.
/// </para>
/// </remarks>
public static class GradientCheck
{
    /// <summary>How many of the worst parameters a result names.</summary>
    private const int DefaultWorstCount = 10;

    /// <summary>Checks the gradient of the loss over <paramref name="targets"/>.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network; its parameters are as before in the end.</param>
    /// <param name="inputs">Rows of inputs, at least one.</param>
    /// <param name="targets">As many rows of targets.</param>
    /// <param name="worstCount">How many parameters the result names.</param>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or a span overlaps the parameters.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="worstCount"/> is negative.</exception>
    public static GradientCheckResult Run<T>(
        ITrainableNetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int worstCount = DefaultWorstCount)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireApart(network, inputs, nameof(inputs));
        RequireApart(network, targets, nameof(targets));
        return Compare<T, TargetLoss<T>>(network, new TargetLoss<T>(network, inputs, targets), worstCount);
    }

    /// <summary>Checks the gradient of the loss over <paramref name="labels"/>.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network; its parameters are as before in the end.</param>
    /// <param name="inputs">Rows of inputs, at least one.</param>
    /// <param name="labels">One class index per row.</param>
    /// <param name="worstCount">How many parameters the result names.</param>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    /// <exception cref="ArgumentException">A length does not fit, there is no row, or a span overlaps the parameters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="worstCount"/> is negative, or a label is not the index of an output.
    /// </exception>
    public static GradientCheckResult Run<T>(
        IClassifierNetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, int worstCount = DefaultWorstCount)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireApart(network, inputs, nameof(inputs));
        return Compare<T, LabelLoss<T>>(network, new LabelLoss<T>(network, inputs, labels), worstCount);
    }

    private static void RequireApart<T>(INetwork<T> network, ReadOnlySpan<T> span, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        if (span.Overlaps(network.Parameters))
            throw new ArgumentException("The span overlaps Parameters.", name);
    }

    private static GradientCheckResult Compare<T, TLoss>(INetwork<T> network, TLoss loss, int worstCount)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLoss : struct, ICheckedLoss<T>, allows ref struct
    {
        ArgumentOutOfRangeException.ThrowIfNegative(worstCount);
        T[] analytic = new T[network.Parameters.Length];
        loss.Backward(analytic);
        double[] gradient = Array.ConvertAll(analytic, double.CreateTruncating);
        double[] differences = CentralDifferences<T, TLoss>(network.Parameters, loss);
        return GradientCheckComparison.Of(gradient, differences, network.GetLayers(), worstCount);
    }

    private static double[] CentralDifferences<T, TLoss>(Span<T> parameters, TLoss loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLoss : struct, ICheckedLoss<T>, allows ref struct
    {
        double[] result = new double[parameters.Length];
        T step = T.Cbrt(T.BitIncrement(T.One) - T.One);
        T[] original = parameters.ToArray();
        try
        {
            for (int i = 0; i < original.Length; i++)
            {
                T h = step * T.Max(T.One, T.Abs(original[i]));
                T above = original[i] + h, below = original[i] - h;
                double rise = Loss(ref parameters[i], above, loss) - Loss(ref parameters[i], below, loss);
                parameters[i] = original[i];
                result[i] = rise / double.CreateTruncating(above - below);
            }
        }
        finally
        {
            original.CopyTo(parameters);
        }

        return result;
    }

    private static double Loss<T, TLoss>(ref T parameter, T value, TLoss loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLoss : struct, ICheckedLoss<T>, allows ref struct
    {
        parameter = value;
        return double.CreateTruncating(loss.Evaluate());
    }

    /// <summary>A loss over rows that are fixed, as a function of the parameters.</summary>
    private interface ICheckedLoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T Evaluate();

        void Backward(Span<T> gradient);
    }

    private readonly ref struct TargetLoss<T>(ITrainableNetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets) : ICheckedLoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> _inputs = inputs;
        private readonly ReadOnlySpan<T> _targets = targets;

        public T Evaluate() => network.Evaluate(_inputs, _targets);

        public void Backward(Span<T> gradient) => network.Backward(_inputs, _targets, gradient);
    }

    private readonly ref struct LabelLoss<T>(IClassifierNetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels) : ICheckedLoss<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> _inputs = inputs;
        private readonly ReadOnlySpan<int> _labels = labels;

        public T Evaluate() => network.Evaluate(_inputs, _labels);

        public void Backward(Span<T> gradient) => network.Backward(_inputs, _labels, gradient);
    }
}
