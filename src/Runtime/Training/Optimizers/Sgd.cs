using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// Gradient descent in PyTorch's form: θ ← θ − ηg. With momentum (Polyak, 1964; Sutskever et al., 2013):
/// b ← μb + (1 − τ)g, but b ← g in the first step, and θ ← θ − ηb; Nesterov's: θ ← θ − η(g + μb).
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Sgd<T> : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double _momentum;
    private readonly double _dampening;
    private readonly bool _nesterov;

    /// <summary>Creates plain gradient descent, without state, for any number of parameters.</summary>
    /// <param name="learningRate">The step size η.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or NaN.</exception>
    public Sgd(double learningRate)
        : base(learningRate)
    {
    }

    /// <summary>Creates the optimizer.</summary>
    /// <param name="parameterCount">Number of parameters that every step updates.</param>
    /// <param name="learningRate">The step size η.</param>
    /// <param name="momentum">The momentum μ.</param>
    /// <param name="dampening">The dampening τ of the gradient in the momentum, at most 1.</param>
    /// <param name="nesterov">Whether the momentum is Nesterov's, which takes a momentum and no dampening.</param>
    /// <param name="weightDecay">The factor λ of L2 regularisation: g + λθ takes the place of g.</param>
    /// <param name="layers">The layers whose weights decay, their biases not, as a network's <c>Layers</c>; empty: all parameters decay.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or NaN, the dampening is above 1.</exception>
    /// <exception cref="ArgumentException">The layers are out of order or do not lie in the parameters.</exception>
    /// <exception cref="ArgumentException">Nesterov's momentum is asked for without momentum or with dampening.</exception>
    public Sgd(
        int parameterCount,
        double learningRate,
        double momentum = 0,
        double dampening = 0,
        bool nesterov = false,
        double weightDecay = 0,
        ReadOnlySpan<LayerInfo> layers = default)
        : base(parameterCount, learningRate, weightDecay, layers)
    {
        _momentum = OptimizerGuard.NotNegative(momentum, nameof(momentum));
        _dampening = OptimizerGuard.AtMostOne(dampening, nameof(dampening));
        if (nesterov && (momentum == 0 || dampening != 0))
            throw new ArgumentException("Nesterov's momentum takes a momentum and no dampening.", nameof(nesterov));
        _nesterov = nesterov;
        if (momentum != 0)
            First = AddVector("momentum_buffer");
    }

    private protected override void Update(in ParameterRange<T> range)
    {
        T minusRate = SimdScalar<T>.Create(-LearningRate);
        T momentum = SimdScalar<T>.Create(_momentum);
        T rest = SimdScalar<T>.Create(StepCount == 1 ? 1 : 1 - _dampening);
        if (_momentum == 0)
            Apply(new DescentUpdate(minusRate), in range);
        else if (_nesterov)
            Apply(new MomentumUpdate<On>(momentum, rest, minusRate), in range);
        else
            Apply(new MomentumUpdate<Off>(momentum, rest, minusRate), in range);
    }

    private readonly record struct DescentUpdate(T MinusRate) : IUpdate<T>
    {
        public static StateSlots Slots => StateSlots.None;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Invoke<TVector, TSimd>(
            TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> =>
            TSimd.MultiplyAdd(TSimd.Create(MinusRate), gradient, parameter);
    }

    private readonly record struct MomentumUpdate<TNesterov>(T Momentum, T Rest, T MinusRate) : IUpdate<T>
        where TNesterov : struct, ISwitch
    {
        public static StateSlots Slots => StateSlots.First;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Invoke<TVector, TSimd>(
            TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T>
        {
            TVector momentum = TSimd.Create(Momentum);
            first = TSimd.MultiplyAdd(momentum, first, TSimd.Multiply(TSimd.Create(Rest), gradient));
            TVector direction = TNesterov.IsOn ? TSimd.MultiplyAdd(momentum, first, gradient) : first;
            return TSimd.MultiplyAdd(TSimd.Create(MinusRate), direction, parameter);
        }
    }
}
