using System.Numerics;

namespace NetGen.Metrics;

/// <summary>
/// How far outputs are from targets that are numbers. Sums are taken in double precision; a NaN in gives NaN out.
/// </summary>
public static class Regression
{
    /// <summary>The mean squared error, 1/n · Σ(o − t)² over all n values, in the square of the targets' unit.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">Outputs, at least one.</param>
    /// <param name="targets">As many targets.</param>
    /// <exception cref="ArgumentException">A length does not fit, or there is no output.</exception>
    public static double MeanSquaredError<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Check(outputs, targets, 1);
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            double error = Error(outputs, targets, i);
            sum += error * error;
        }

        return sum / outputs.Length;
    }

    /// <summary>The mean absolute error, 1/n · Σ|o − t| over all n values, in the targets' unit.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">Outputs, at least one.</param>
    /// <param name="targets">As many targets.</param>
    /// <exception cref="ArgumentException">A length does not fit, or there is no output.</exception>
    public static double MeanAbsoluteError<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Check(outputs, targets, 1);
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
            sum += Math.Abs(Error(outputs, targets, i));
        return sum / outputs.Length;
    }

    /// <summary>
    /// The coefficient of determination R² = 1 − Σ(o − t)² / Σ(t − t̄)², averaged over the outputs of a row. It is 1 where
    /// every output is right, 0 for a constant output of the targets' mean, and has no lower bound.
    /// </summary>
    /// <remarks>
    /// As in scikit-learn, constant targets give 1 where every output is right and 0 otherwise, and a single row gives NaN.
    /// </remarks>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">Rows of <paramref name="outputSize"/> outputs, at least one.</param>
    /// <param name="targets">As many rows of targets.</param>
    /// <param name="outputSize">Number of outputs of a row.</param>
    /// <exception cref="ArgumentException">A length does not fit, or there is no row.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outputSize"/> is below 1.</exception>
    public static double RSquared<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int outputSize = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = Check(outputs, targets, outputSize);
        if (rows < 2)
            return double.NaN;
        double sum = 0;
        for (int column = 0; column < outputSize; column++)
            sum += RSquaredOf(outputs[column..], targets[column..], rows, outputSize);
        return sum / outputSize;
    }

    /// <summary>R² of the first output of each row.</summary>
    private static double RSquaredOf<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int rows, int outputSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Relative to the first target, so that the variation of constant targets is exactly 0.
        double first = double.CreateTruncating(targets[0]), mean = 0, residual = 0, variation = 0;
        for (int row = 0; row < rows; row++)
            mean += (double.CreateTruncating(targets[row * outputSize]) - first) / rows;
        for (int row = 0; row < rows; row++)
        {
            double error = Error(outputs, targets, row * outputSize);
            double deviation = double.CreateTruncating(targets[row * outputSize]) - first - mean;
            residual += error * error;
            variation += deviation * deviation;
        }

        if (variation != 0 || double.IsNaN(residual))
            return 1 - (residual / variation);
        return residual == 0 ? 1 : 0;
    }

    private static int Check<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int outputSize)
    {
        int rows = MetricGuard.Rows(outputs.Length, outputSize, nameof(outputs));
        MetricGuard.SameLength(outputs.Length, targets.Length, nameof(targets));
        return rows;
    }

    private static double Error<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int i)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        double.CreateTruncating(outputs[i]) - double.CreateTruncating(targets[i]);
}
