using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// Adagrad (Duchi, Hazan and Singer, 2011) in PyTorch's form: s ← s + g², θ ← θ − η/(1 + (t − 1)d) · g/(√s + ε) in the t-th
/// step, with the decay d of the learning rate.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Adagrad<T> : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double _learningRateDecay;
    private readonly double _epsilon;

    /// <summary>Creates the optimizer.</summary>
    /// <param name="parameterCount">Number of parameters that every step updates.</param>
    /// <param name="learningRate">The step size η.</param>
    /// <param name="learningRateDecay">The decay d of the learning rate.</param>
    /// <param name="initialAccumulator">The s to start from.</param>
    /// <param name="epsilon">The ε that is added to the divisor.</param>
    /// <param name="weightDecay">The factor λ of L2 regularisation: g + λθ takes the place of g.</param>
    /// <param name="layers">The layers whose weights decay, their biases not, as a network's <c>Layers</c>; empty: all parameters decay.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or NaN.</exception>
    /// <exception cref="ArgumentException">The layers are out of order or do not lie in the parameters.</exception>
    public Adagrad(
        int parameterCount,
        double learningRate = 1e-2,
        double learningRateDecay = 0,
        double initialAccumulator = 0,
        double epsilon = 1e-10,
        double weightDecay = 0,
        ReadOnlySpan<LayerInfo> layers = default)
        : base(parameterCount, learningRate, weightDecay, layers)
    {
        _learningRateDecay = OptimizerGuard.NotNegative(learningRateDecay, nameof(learningRateDecay));
        _epsilon = OptimizerGuard.NotNegative(epsilon, nameof(epsilon));
        First = AddVector("sum", OptimizerGuard.NotNegative(initialAccumulator, nameof(initialAccumulator)));
    }

    private protected override void Update(in ParameterRange<T> range)
    {
        double rate = LearningRate / (1 + ((StepCount - 1) * _learningRateDecay));
        Apply(new SumUpdate(SimdScalar<T>.Create(_epsilon), SimdScalar<T>.Create(-rate)), in range);
    }

    private readonly record struct SumUpdate(T Epsilon, T MinusRate) : IUpdate<T>
    {
        public static StateSlots Slots => StateSlots.First;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Invoke<TVector, TSimd>(
            TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T>
        {
            first = TSimd.MultiplyAdd(gradient, gradient, first);
            TVector divisor = TSimd.Add(TSimd.Sqrt(first), TSimd.Create(Epsilon));
            return TSimd.MultiplyAdd(TSimd.Create(MinusRate), TSimd.Divide(gradient, divisor), parameter);
        }
    }
}
