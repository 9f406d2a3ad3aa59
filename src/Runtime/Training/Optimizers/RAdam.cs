using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// RAdam (Liu et al., 2020) in PyTorch's form: Adam that steps along the mean alone until the variance of its divisor is
/// tractable. With m and v as in Adam, ρ∞ = 2/(1 − β₂) − 1 and ρₜ = ρ∞ − 2tβ₂ᵗ/(1 − β₂ᵗ): where ρₜ &gt; 5,
/// θ ← θ − η/(1 − β₁ᵗ) · r√(1 − β₂ᵗ) · m / (√v + ε) with r² = (ρₜ − 4)(ρₜ − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρₜ);
/// elsewhere θ ← θ − η/(1 − β₁ᵗ) · m.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class RAdam<T> : MomentOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The ρₜ from which on the variance of the divisor is taken to be tractable.</summary>
    private const double Tractable = 5;

    /// <summary>Creates the optimizer with its moments at zero.</summary>
    /// <param name="parameterCount">Number of parameters that every step updates.</param>
    /// <param name="learningRate">The step size η.</param>
    /// <param name="beta1">The decay rate β₁ of the mean m of the gradients.</param>
    /// <param name="beta2">The decay rate β₂ of the mean v of their squares.</param>
    /// <param name="epsilon">The ε that is added to the divisor.</param>
    /// <param name="weightDecay">The factor λ of L2 regularisation: g + λθ takes the place of g.</param>
    /// <param name="layers">The layers whose weights decay, their biases not, as a network's <c>Layers</c>; empty: all parameters decay.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or NaN, or a decay rate is not below 1.</exception>
    /// <exception cref="ArgumentException">The layers are out of order or do not lie in the parameters.</exception>
    public RAdam(
        int parameterCount,
        double learningRate = 1e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 0,
        ReadOnlySpan<LayerInfo> layers = default)
        : base(parameterCount, learningRate, beta1, beta2, epsilon, weightDecay, layers)
    {
    }

    private protected override void Update(in ParameterRange<T> range)
    {
        double rate = LearningRate / Correction1;
        double limit = (2 / (1 - Beta2)) - 1;
        double length = limit - (2 * StepCount * Beta2Power / Correction2);
        if (length > Tractable)
        {
            double ratio = (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length);
            rate *= Math.Sqrt(ratio * Correction2);
            Apply(new AdamUpdate<T, Off>(Beta1, Beta2, Epsilon, rate), in range);
        }
        else
        {
            Apply(new MeanUpdate(new(Beta1), new(Beta2), SimdScalar<T>.Create(-rate)), in range);
        }
    }

    /// <summary>Both moments as in Adam; a step along the mean.</summary>
    private readonly record struct MeanUpdate(RunningMean<T> Mean, RunningMean<T> Square, T MinusRate) : IUpdate<T>
    {
        public static StateSlots Slots => StateSlots.First | StateSlots.Second;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Invoke<TVector, TSimd>(
            TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T>
        {
            first = Mean.Add<TVector, TSimd>(first, gradient);
            second = Square.AddSquare<TVector, TSimd>(second, gradient);
            return TSimd.MultiplyAdd(TSimd.Create(MinusRate), first, parameter);
        }
    }
}
