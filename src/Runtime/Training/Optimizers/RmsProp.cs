using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// RMSprop (Hinton, lecture 6e, 2012) in PyTorch's form: v ← αv + (1 − α)g², d = g/(√v + ε), θ ← θ − ηd. Centred (Graves, 2013):
/// a ← αa + (1 − α)g and v − a² in place of v under the root. With momentum: b ← μb + d, θ ← θ − ηb.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class RmsProp<T> : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double _alpha;
    private readonly double _epsilon;
    private readonly double _momentum;
    private readonly bool _centered;

    /// <summary>Creates the optimizer with its means at zero.</summary>
    /// <param name="parameterCount">Number of parameters that every step updates.</param>
    /// <param name="learningRate">The step size η.</param>
    /// <param name="alpha">The decay rate α of the means.</param>
    /// <param name="epsilon">The ε that is added to the divisor.</param>
    /// <param name="momentum">The momentum μ.</param>
    /// <param name="centered">Whether the variance of the gradient divides, not its mean square.</param>
    /// <param name="weightDecay">The factor λ of L2 regularisation: g + λθ takes the place of g.</param>
    /// <param name="layers">The layers whose weights decay, their biases not, as a network's <c>Layers</c>; empty: all parameters decay.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or NaN, or a decay rate is not below 1.</exception>
    /// <exception cref="ArgumentException">The layers are out of order or do not lie in the parameters.</exception>
    public RmsProp(
        int parameterCount,
        double learningRate = 1e-2,
        double alpha = 0.99,
        double epsilon = 1e-8,
        double momentum = 0,
        bool centered = false,
        double weightDecay = 0,
        ReadOnlySpan<LayerInfo> layers = default)
        : base(parameterCount, learningRate, weightDecay, layers)
    {
        _alpha = OptimizerGuard.BelowOne(alpha, nameof(alpha));
        _epsilon = OptimizerGuard.NotNegative(epsilon, nameof(epsilon));
        _momentum = OptimizerGuard.NotNegative(momentum, nameof(momentum));
        _centered = centered;
        First = AddVector("square_avg");
        if (centered)
            Second = AddVector("grad_avg");
        if (momentum != 0)
            Third = AddVector("momentum_buffer");
    }

    private protected override void Update(in ParameterRange<T> range)
    {
        if (_centered)
            Update<On>(in range);
        else
            Update<Off>(in range);
    }

    private void Update<TCentered>(in ParameterRange<T> range)
        where TCentered : struct, ISwitch
    {
        if (_momentum != 0)
            Update<TCentered, On>(in range);
        else
            Update<TCentered, Off>(in range);
    }

    private void Update<TCentered, TMomentum>(in ParameterRange<T> range)
        where TCentered : struct, ISwitch
        where TMomentum : struct, ISwitch
    {
        RootUpdate<TCentered, TMomentum> update = new(
            new(_alpha), SimdScalar<T>.Create(_epsilon), SimdScalar<T>.Create(_momentum), SimdScalar<T>.Create(-LearningRate));
        Apply(in update, in range);
    }

    private readonly record struct RootUpdate<TCentered, TMomentum>(RunningMean<T> Mean, T Epsilon, T Momentum, T MinusRate)
        : IUpdate<T>
        where TCentered : struct, ISwitch
        where TMomentum : struct, ISwitch
    {
        public static StateSlots Slots
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get =>
                StateSlots.First
                | (TCentered.IsOn ? StateSlots.Second : StateSlots.None)
                | (TMomentum.IsOn ? StateSlots.Third : StateSlots.None);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Invoke<TVector, TSimd>(
            TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T>
        {
            first = Mean.AddSquare<TVector, TSimd>(first, gradient);
            TVector square = first;
            if (TCentered.IsOn)
            {
                second = Mean.Add<TVector, TSimd>(second, gradient);

                // Of a constant gradient the difference is rounding, which may be negative.
                square = TSimd.Max(TSimd.Create(T.Zero), TSimd.Subtract(first, TSimd.Multiply(second, second)));
            }

            TVector direction = TSimd.Divide(gradient, TSimd.Add(TSimd.Sqrt(square), TSimd.Create(Epsilon)));
            if (TMomentum.IsOn)
                direction = third = TSimd.MultiplyAdd(TSimd.Create(Momentum), third, direction);
            return TSimd.MultiplyAdd(TSimd.Create(MinusRate), direction, parameter);
        }
    }
}
