namespace NetGen.MathNet;

/// <summary>½·α·Σw², with the gradient α·w, over the weights w, and over the biases too where they are included.</summary>
/// <param name="factor">α, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is negative or not finite.</exception>
public sealed class L2Penalty(double factor) : IPenalty
{
    /// <summary>α.</summary>
    public double Factor { get; } = OptionGuard.NotNegative(factor, nameof(factor));

    /// <summary>Whether biases are in the sum.</summary>
    public bool IncludesBiases { get; init; }

    /// <summary>λ/(2m)·Σw² over the weights: the form of Andrew Ng's course on machine learning.</summary>
    /// <param name="lambda">λ, at least 0.</param>
    /// <param name="rows">m, the number of rows that the loss is a mean over.</param>
    /// <exception cref="ArgumentOutOfRangeException">λ is negative or not finite, or there is no row.</exception>
    public static L2Penalty OverRows(double lambda, int rows) =>
        new(OptionGuard.NotNegative(lambda, nameof(lambda)) / OptionGuard.AtLeastOne(rows, nameof(rows)));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The gradient is neither empty nor as long as the parameters.</exception>
    public double AddTo(ReadOnlySpan<double> parameters, ReadOnlySpan<LayerInfo> layers, Span<double> gradient)
    {
        if (!gradient.IsEmpty && gradient.Length != parameters.Length)
            throw new ArgumentException($"The length is {gradient.Length}, but {parameters.Length} or 0 is expected.", nameof(gradient));
        double sum = 0;
        foreach (LayerInfo layer in layers)
        {
            sum += Add(parameters, gradient, layer.WeightsOffset, layer.WeightCount);
            if (IncludesBiases && layer.HasBiases)
                sum += Add(parameters, gradient, layer.BiasesOffset, layer.OutputSize);
        }

        return 0.5 * Factor * sum;
    }

    private double Add(ReadOnlySpan<double> parameters, Span<double> gradient, int offset, int count)
    {
        double sum = 0;
        foreach (double value in parameters.Slice(offset, count))
            sum += value * value;
        for (int i = offset; i < offset + count && !gradient.IsEmpty; i++)
            gradient[i] += Factor * parameters[i];
        return sum;
    }
}
