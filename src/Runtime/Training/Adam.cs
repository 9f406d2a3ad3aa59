using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Training;

/// <summary>
/// Adam (Kingma and Ba, 2015) in PyTorch's form: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g²,
/// θ ← θ − η/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + ε) in the t-th step.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Adam<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _firstMoment;
    private readonly T[] _secondMoment;
    private readonly double _beta1;
    private readonly double _beta2;
    private readonly double _epsilon;
    private double _learningRate;
    private double _beta1Power = 1;
    private double _beta2Power = 1;

    /// <summary>Creates the optimizer with its moments at zero.</summary>
    /// <param name="parameterCount">Number of parameters that every step updates.</param>
    /// <param name="learningRate">The step size η.</param>
    /// <param name="beta1">The decay rate β₁ of the mean m of the gradients.</param>
    /// <param name="beta2">The decay rate β₂ of the mean v of their squares.</param>
    /// <param name="epsilon">The ε that is added to the divisor.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or NaN, or a decay rate is not below 1.</exception>
    public Adam(
        int parameterCount, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(parameterCount);
        _learningRate = OptimizerGuard.NotNegative(learningRate, nameof(learningRate));
        _beta1 = OptimizerGuard.BelowOne(beta1, nameof(beta1));
        _beta2 = OptimizerGuard.BelowOne(beta2, nameof(beta2));
        _epsilon = OptimizerGuard.NotNegative(epsilon, nameof(epsilon));
        _firstMoment = new T[parameterCount];
        _secondMoment = new T[parameterCount];
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => _learningRate;
        set => _learningRate = OptimizerGuard.NotNegative(value, nameof(value));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        OptimizerGuard.SameLength(_firstMoment.Length, parameters.Length, nameof(parameters));
        OptimizerGuard.SameLength(_firstMoment.Length, gradient.Length, nameof(gradient));
        _beta1Power *= _beta1;
        _beta2Power *= _beta2;
        Factors factors = new(
            T.CreateTruncating(_beta1),
            T.CreateTruncating(1 - _beta1),
            T.CreateTruncating(_beta2),
            T.CreateTruncating(1 - _beta2),
            T.CreateTruncating(1 / Math.Sqrt(1 - _beta2Power)),
            T.CreateTruncating(_epsilon),
            T.CreateTruncating(-_learningRate / (1 - _beta1Power)));
        nuint length = (nuint)parameters.Length;
        nuint i = 0;
        if (Vector512.IsHardwareAccelerated && length - i >= (nuint)Vector512<T>.Count)
            Walk<Vector512<T>, Simd512<T>>(parameters, gradient, in factors, ref i);
        if (Vector256.IsHardwareAccelerated && length - i >= (nuint)Vector256<T>.Count)
            Walk<Vector256<T>, Simd256<T>>(parameters, gradient, in factors, ref i);
        if (Vector128.IsHardwareAccelerated && length - i >= (nuint)Vector128<T>.Count)
            Walk<Vector128<T>, Simd128<T>>(parameters, gradient, in factors, ref i);
        if (i < length)
            Walk<T, SimdScalar<T>>(parameters, gradient, in factors, ref i);
    }

    /// <summary>Updates whole vectors from <paramref name="i"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Walk<TVector, TSimd>(Span<T> parameters, ReadOnlySpan<T> gradient, in Factors factors, ref nuint i)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        ref T parameter = ref MemoryMarshal.GetReference(parameters);
        ref T slope = ref MemoryMarshal.GetReference(gradient);
        ref T mean = ref MemoryMarshal.GetArrayDataReference(_firstMoment);
        ref T square = ref MemoryMarshal.GetArrayDataReference(_secondMoment);
        TVector beta1 = TSimd.Create(factors.Beta1);
        TVector rest1 = TSimd.Create(factors.Rest1);
        TVector beta2 = TSimd.Create(factors.Beta2);
        TVector rest2 = TSimd.Create(factors.Rest2);
        TVector correction = TSimd.Create(factors.Correction);
        TVector epsilon = TSimd.Create(factors.Epsilon);
        TVector minusRate = TSimd.Create(factors.MinusRate);
        nuint length = (nuint)parameters.Length;
        for (nuint count = (nuint)TSimd.Count; length - i >= count; i += count)
        {
            TVector g = TSimd.Load(in slope, i);
            TVector m = TSimd.MultiplyAdd(beta1, TSimd.Load(in mean, i), TSimd.Multiply(rest1, g));
            TVector v = TSimd.MultiplyAdd(beta2, TSimd.Load(in square, i), TSimd.Multiply(rest2, TSimd.Multiply(g, g)));
            TVector divisor = TSimd.MultiplyAdd(TSimd.Sqrt(v), correction, epsilon);
            TVector updated = TSimd.MultiplyAdd(minusRate, TSimd.Divide(m, divisor), TSimd.Load(in parameter, i));
            TSimd.Store(m, ref mean, i);
            TSimd.Store(v, ref square, i);
            TSimd.Store(updated, ref parameter, i);
        }
    }

    /// <summary>The numbers of one step: 1 − β is rounded once, from double.</summary>
    private readonly record struct Factors(T Beta1, T Rest1, T Beta2, T Rest2, T Correction, T Epsilon, T MinusRate);
}
