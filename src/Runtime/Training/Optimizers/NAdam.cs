using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// NAdam (Dozat, 2016) in PyTorch's form: Adam with Nesterov's momentum. With m and v as in Adam, μₜ = β₁(1 − ½·0.96^(tψ)) and
/// Πₜ = μ₁⋯μₜ: θ ← θ − η·[(1 − μₜ)/(1 − Πₜ) · g + μₜ₊₁/(1 − Πₜ₊₁) · m] / (√v/√(1 − β₂ᵗ) + ε) in the t-th step.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class NAdam<T> : MomentOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The base of the schedule of μₜ.</summary>
    private const double Decay = 0.96;
    private readonly double _decay;
    private readonly int _decayPower;
    private readonly int _product;

    /// <summary>Creates the optimizer with its moments at zero.</summary>
    /// <param name="parameterCount">Number of parameters that every step updates.</param>
    /// <param name="learningRate">The step size η.</param>
    /// <param name="beta1">The decay rate β₁ of the mean m of the gradients.</param>
    /// <param name="beta2">The decay rate β₂ of the mean v of their squares.</param>
    /// <param name="epsilon">The ε that is added to the divisor.</param>
    /// <param name="momentumDecay">The ψ of the schedule of the momentum.</param>
    /// <param name="weightDecay">The factor λ of L2 regularisation: g + λθ takes the place of g.</param>
    /// <param name="layers">The layers whose weights decay, their biases not, as a network's <c>Layers</c>; empty: all parameters decay.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or NaN, or a decay rate is not below 1.</exception>
    /// <exception cref="ArgumentException">The layers are out of order or do not lie in the parameters.</exception>
    public NAdam(
        int parameterCount,
        double learningRate = 2e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double momentumDecay = 4e-3,
        double weightDecay = 0,
        ReadOnlySpan<LayerInfo> layers = default)
        : base(parameterCount, learningRate, beta1, beta2, epsilon, weightDecay, layers)
    {
        _decay = Math.Pow(Decay, OptimizerGuard.NotNegative(momentumDecay, nameof(momentumDecay)));
        _decayPower = AddScalar("mu_decay_power", 1);
        _product = AddScalar("mu_product", 1);
    }

    private protected override void Advance()
    {
        base.Advance();
        MultiplyScalar(_decayPower, _decay);
        MultiplyScalar(_product, Momentum(Scalar(_decayPower)));
    }

    private protected override void Update(in ParameterRange<T> range)
    {
        double current = Momentum(Scalar(_decayPower));
        double next = Momentum(Scalar(_decayPower) * _decay);
        double product = Scalar(_product);

        // Numerator and divisor times √(1 − β₂ᵗ), which saves a product per element.
        double correction = Math.Sqrt(Correction2);
        double rate = LearningRate * correction;
        NesterovUpdate update = new(
            new(Beta1),
            new(Beta2),
            SimdScalar<T>.Create(Epsilon * correction),
            SimdScalar<T>.Create(rate * (1 - current) / (1 - product)),
            SimdScalar<T>.Create(rate * next / (1 - (product * next))));
        Apply(in update, in range);
    }

    /// <summary>μₜ from 0.96^(tψ).</summary>
    private double Momentum(double decayPower) => Beta1 * (1 - (0.5 * decayPower));

    private readonly record struct NesterovUpdate(
        RunningMean<T> Mean, RunningMean<T> Square, T Epsilon, T GradientRate, T MeanRate) : IUpdate<T>
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
            TVector divisor = TSimd.Add(TSimd.Sqrt(second), TSimd.Create(Epsilon));
            TVector direction = TSimd.MultiplyAdd(
                TSimd.Create(GradientRate), gradient, TSimd.Multiply(TSimd.Create(MeanRate), first));
            return TSimd.Subtract(parameter, TSimd.Divide(direction, divisor));
        }
    }
}
