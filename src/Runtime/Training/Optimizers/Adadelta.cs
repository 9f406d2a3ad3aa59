using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// Adadelta (Zeiler, 2012) in PyTorch's form: v ← ρv + (1 − ρ)g², d = √(u + ε)/√(v + ε) · g, u ← ρu + (1 − ρ)d², θ ← θ − ηd.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Adadelta<T> : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double _rho;
    private readonly double _epsilon;

    /// <summary>Creates the optimizer with its means at zero.</summary>
    /// <param name="parameterCount">Number of parameters that every step updates.</param>
    /// <param name="learningRate">The step size η.</param>
    /// <param name="rho">The decay rate ρ of the means v of the squared gradients and u of the squared steps.</param>
    /// <param name="epsilon">The ε that is added to the means.</param>
    /// <param name="weightDecay">The factor λ of L2 regularisation: g + λθ takes the place of g.</param>
    /// <param name="layers">The layers whose weights decay, their biases not, as a network's <c>Layers</c>; empty: all parameters decay.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or NaN, or a decay rate is not below 1.</exception>
    /// <exception cref="ArgumentException">The layers are out of order or do not lie in the parameters.</exception>
    public Adadelta(
        int parameterCount,
        double learningRate = 1,
        double rho = 0.9,
        double epsilon = 1e-6,
        double weightDecay = 0,
        ReadOnlySpan<LayerInfo> layers = default)
        : base(parameterCount, learningRate, weightDecay, layers)
    {
        _rho = OptimizerGuard.BelowOne(rho, nameof(rho));
        _epsilon = OptimizerGuard.NotNegative(epsilon, nameof(epsilon));
        First = AddVector("square_avg");
        Second = AddVector("acc_delta");
    }

    private protected override void Update(in ParameterRange<T> range) =>
        Apply(
            new DeltaUpdate(new(_rho), SimdScalar<T>.Create(_epsilon), SimdScalar<T>.Create(-LearningRate)), in range);

    private readonly record struct DeltaUpdate(RunningMean<T> Square, T Epsilon, T MinusRate) : IUpdate<T>
    {
        public static StateSlots Slots => StateSlots.First | StateSlots.Second;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Invoke<TVector, TSimd>(
            TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T>
        {
            TVector epsilon = TSimd.Create(Epsilon);
            first = Square.AddSquare<TVector, TSimd>(first, gradient);
            TVector ratio = TSimd.Divide(TSimd.Sqrt(TSimd.Add(second, epsilon)), TSimd.Sqrt(TSimd.Add(first, epsilon)));
            TVector delta = TSimd.Multiply(ratio, gradient);
            second = Square.AddSquare<TVector, TSimd>(second, delta);
            return TSimd.MultiplyAdd(TSimd.Create(MinusRate), delta, parameter);
        }
    }
}
