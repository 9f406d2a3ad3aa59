using System.Numerics;

namespace NetGen.Training;

/// <summary>
/// AdamW (Loshchilov and Hutter, 2019) in PyTorch's form: θ ← (1 − ηλ)θ,
/// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g²,
/// θ ← θ − η/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + ε) in the t-th step.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class AdamW<T> : MomentOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly bool _amsGrad;

    /// <summary>Creates the optimizer with its moments at zero.</summary>
    /// <param name="parameterCount">Number of parameters that every step updates.</param>
    /// <param name="learningRate">The step size η.</param>
    /// <param name="beta1">The decay rate β₁ of the mean m of the gradients.</param>
    /// <param name="beta2">The decay rate β₂ of the mean v of their squares.</param>
    /// <param name="epsilon">The ε that is added to the divisor.</param>
    /// <param name="weightDecay">The factor λ of the decay, which does not enter the moments.</param>
    /// <param name="amsGrad">Whether the largest v so far divides (AMSGrad: Reddi, Kale and Kumar, 2018).</param>
    /// <param name="layers">The layers whose weights decay, their biases not, as a network's <c>Layers</c>; empty: all parameters decay.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or NaN, or a decay rate is not below 1.</exception>
    /// <exception cref="ArgumentException">The layers are out of order or do not lie in the parameters.</exception>
    public AdamW(
        int parameterCount,
        double learningRate = 1e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 1e-2,
        bool amsGrad = false,
        ReadOnlySpan<LayerInfo> layers = default)
        : base(parameterCount, learningRate, beta1, beta2, epsilon, weightDecay, layers, isDecoupled: true)
    {
        _amsGrad = amsGrad;
        if (amsGrad)
            Third = AddVector("max_exp_avg_sq");
    }

    private protected override void Update(in ParameterRange<T> range)
    {
        // Numerator and divisor times √(1 − β₂ᵗ), which saves a product per element.
        double correction = Math.Sqrt(Correction2);
        double rate = LearningRate * correction / Correction1;
        if (_amsGrad)
            Apply(new AdamUpdate<T, On>(Beta1, Beta2, Epsilon * correction, rate), in range);
        else
            Apply(new AdamUpdate<T, Off>(Beta1, Beta2, Epsilon * correction, rate), in range);
    }
}
