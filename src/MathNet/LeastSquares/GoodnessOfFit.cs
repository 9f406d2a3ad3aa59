using MathNet.Numerics.LinearAlgebra;

namespace NetGen.MathNet;

/// <summary>How well the outputs of a network fit targets, and how well the data determine its parameters.</summary>
/// <remarks>
/// With N residuals r (rows times outputs), P parameters θ and the Jacobian J of the residuals (Seber and Wild, Nonlinear
/// Regression, 1989, chapter 5; exact for a linear network, to first order for another):
/// <list type="bullet">
/// <item>ν = N − P, the degrees of freedom. What needs them is NaN where ν is below 1.</item>
/// <item>R² = 1 − Σr²/S with S = Σ(t − t̄)², t̄ the mean of each output's targets. Where the last layer has no biases S is Σt², as
/// usual for regression through the origin.</item>
/// <item>adjusted R² = 1 − (1 − R²)·(N − k)/ν, with k the number of means in S.</item>
/// <item>reduced χ² = Σr²/ν, with unit variances; its root s is the residual standard error.</item>
/// <item>covariance = s²·(JᵀJ)⁻¹. Where JᵀJ is singular to rounding, it is the pseudo-inverse of JᵀJ scaled to unit diagonal.</item>
/// </list>
/// </remarks>
public sealed class GoodnessOfFit
{
    private GoodnessOfFit(Residuals residuals)
    {
        double sum = residuals.Update();
        int count = residuals.Network.Parameters.Length;
        (Observations, ResidualSumOfSquares) = (residuals.Values.Length, sum);
        DegreesOfFreedom = Observations - count;
        (double total, int means) = Spread.Of(residuals);
        RSquared = 1 - (sum / total);
        double freedom = DegreesOfFreedom < 1 ? double.NaN : DegreesOfFreedom;
        AdjustedRSquared = 1 - ((1 - RSquared) * (Observations - means) / freedom);
        ReducedChiSquared = sum / freedom;
        ResidualStandardError = Math.Sqrt(ReducedChiSquared);
        NormalInverse inverse = NormalInverse.Of(residuals.NormalMatrix(), count);
        Rank = inverse.Rank;
        Covariance = inverse.Matrix * ReducedChiSquared;
        Parameters = Estimate(residuals.Network, inverse);
    }

    /// <summary>N, the number of residuals: rows times outputs.</summary>
    public int Observations { get; }

    /// <summary>ν = N − P.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>The rank of the Jacobian. Below the number of parameters, the data leave some of them undetermined.</summary>
    public int Rank { get; }

    /// <summary>Σr².</summary>
    public double ResidualSumOfSquares { get; }

    /// <summary>R², the share of the targets' variance that the outputs explain.</summary>
    public double RSquared { get; }

    /// <summary>R², adjusted for the number of parameters.</summary>
    public double AdjustedRSquared { get; }

    /// <summary>Σr²/ν.</summary>
    public double ReducedChiSquared { get; }

    /// <summary>√(Σr²/ν), in units of the targets.</summary>
    public double ResidualStandardError { get; }

    /// <summary>The covariances of the parameters, <c>[P, P]</c>, in the order of <c>Parameters</c>.</summary>
    public Matrix<double> Covariance { get; }

    /// <summary>Every parameter with its standard error, t and p value, in the order of the network's <c>Parameters</c>.</summary>
    public IReadOnlyList<ParameterEstimate> Parameters { get; }

    /// <summary>Describes the fit of the parameters that a network holds, which should be a least-squares fit.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Rows of inputs, at least one.</param>
    /// <param name="targets">As many rows of targets.</param>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or there is no row.</exception>
    /// <exception cref="NotFiniteNumberException">A residual or a derivative is not finite.</exception>
    public static GoodnessOfFit Of(ITrainableNetwork<double> network, ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets) =>
        Of(new Residuals(network, inputs, targets));

    internal static GoodnessOfFit Of(Residuals residuals) => new(residuals);

    private ParameterEstimate[] Estimate(ITrainableNetwork<double> network, NormalInverse inverse)
    {
        ParameterEstimate[] estimates = new ParameterEstimate[network.Parameters.Length];
        ReadOnlySpan<LayerInfo> layers = network.GetLayers();
        for (int k = 0; k < layers.Length; k++)
        {
            LayerInfo layer = layers[k];
            for (int i = 0; i < layer.ParameterCount; i++)
            {
                bool isBias = i >= layer.WeightCount;
                int index = isBias ? layer.BiasesOffset + i - layer.WeightCount : layer.WeightsOffset + i;
                double value = network.Parameters[index];
                double error = inverse.IsDetermined[index] ? Math.Sqrt(Covariance[index, index]) : double.NaN;
                double t = value / error;
                estimates[index] = new(
                    k, layer.Name, isBias ? -1 : i / layer.OutputSize, i % layer.OutputSize, index, value, error, t, StudentT.TwoSidedP(t, DegreesOfFreedom));
            }
        }

        return estimates;
    }
}
