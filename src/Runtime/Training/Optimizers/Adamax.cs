using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// Adamax (Kingma and Ba, 2015) in PyTorch's form: m ← β₁m + (1 − β₁)g, u ← max(β₂u, |g| + ε),
/// θ ← θ − η/(1 − β₁ᵗ) · m/u in the t-th step.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Adamax<T> : MomentOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Creates the optimizer with its moments at zero.</summary>
    /// <param name="parameterCount">Number of parameters that every step updates.</param>
    /// <param name="learningRate">The step size η.</param>
    /// <param name="beta1">The decay rate β₁ of the mean m of the gradients.</param>
    /// <param name="beta2">The decay rate β₂ of the largest gradient u.</param>
    /// <param name="epsilon">The ε that is added to the magnitude of the gradient.</param>
    /// <param name="weightDecay">The factor λ of L2 regularisation: g + λθ takes the place of g.</param>
    /// <param name="layers">The layers whose weights decay, their biases not, as a network's <c>Layers</c>; empty: all parameters decay.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or NaN, or a decay rate is not below 1.</exception>
    /// <exception cref="ArgumentException">The layers are out of order or do not lie in the parameters.</exception>
    public Adamax(
        int parameterCount,
        double learningRate = 2e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 0,
        ReadOnlySpan<LayerInfo> layers = default)
        : base(parameterCount, learningRate, beta1, beta2, epsilon, weightDecay, layers, second: "exp_inf")
    {
    }

    private protected override void Update(in ParameterRange<T> range)
    {
        MaximumUpdate update = new(
            new(Beta1), SimdScalar<T>.Create(Beta2), SimdScalar<T>.Create(Epsilon), SimdScalar<T>.Create(-LearningRate / Correction1));
        Apply(in update, in range);
    }

    private readonly record struct MaximumUpdate(RunningMean<T> Mean, T Beta2, T Epsilon, T MinusRate) : IUpdate<T>
    {
        public static StateSlots Slots => StateSlots.First | StateSlots.Second;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Invoke<TVector, TSimd>(
            TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T>
        {
            first = Mean.Add<TVector, TSimd>(first, gradient);
            second = TSimd.Max(
                TSimd.Multiply(TSimd.Create(Beta2), second), TSimd.Add(TSimd.Abs(gradient), TSimd.Create(Epsilon)));
            return TSimd.MultiplyAdd(TSimd.Create(MinusRate), TSimd.Divide(first, second), parameter);
        }
    }
}
