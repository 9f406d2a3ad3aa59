using MathNet.Numerics.LinearAlgebra;

namespace NetGen.MathNet;

/// <summary>
/// A last step of Gauss and Newton, without damping. Levenberg and Marquardt's method compares sums of squares, which are flat
/// to rounding within about 1e-8 standard errors of the minimum; the gradient is not.
/// </summary>
internal static class Polish
{
    /// <summary>A step that is longer, relative to a parameter, is more than rounding, and is not taken.</summary>
    private const double LongestStep = 1e-6;

    /// <summary>How far the sum may rise, relatively, by rounding alone: outputs have it in units of their own size.</summary>
    private const double Rounding = 1e-10;

    /// <summary>Moves the parameters that the network holds, where the sum of squares does not rise by it.</summary>
    public static void Run(Residuals residuals)
    {
        Span<double> parameters = residuals.Network.Parameters;
        double[] before = parameters.ToArray(), gradient = new double[parameters.Length];
        double sum = residuals.Update();
        residuals.AddGradient(gradient);
        Matrix<double> inverse = NormalInverse.Of(residuals.NormalMatrix(), parameters.Length).Matrix;
        Vector<double> step = inverse * Vector<double>.Build.Dense(gradient) / -2;
        if (!IsShort(step, before))
            return;
        for (int i = 0; i < before.Length; i++)
            parameters[i] += step[i];
        if (residuals.Update() > sum * (1 + Rounding))
            before.CopyTo(parameters);
    }

    private static bool IsShort(Vector<double> step, double[] parameters)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            if (!double.IsFinite(step[i]) || Math.Abs(step[i]) > LongestStep * Math.Max(1, Math.Abs(parameters[i])))
                return false;
        }

        return true;
    }
}
