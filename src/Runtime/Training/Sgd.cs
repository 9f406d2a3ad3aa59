using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Training;

/// <summary>Gradient descent: θ ← θ − η·g with the learning rate η.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Sgd<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private double _learningRate;

    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">The step size η.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or NaN.</exception>
    public Sgd(double learningRate)
    {
        _learningRate = OptimizerGuard.NotNegative(learningRate, nameof(learningRate));
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
        OptimizerGuard.SameLength(parameters.Length, gradient.Length, nameof(gradient));
        ref T parameter = ref MemoryMarshal.GetReference(parameters);
        ref T slope = ref MemoryMarshal.GetReference(gradient);
        nuint length = (nuint)parameters.Length;
        T rate = T.CreateTruncating(_learningRate);
        nuint i = 0;
        if (Vector512.IsHardwareAccelerated)
            Walk<Vector512<T>, Simd512<T>>(ref parameter, ref slope, rate, ref i, length);
        if (Vector256.IsHardwareAccelerated)
            Walk<Vector256<T>, Simd256<T>>(ref parameter, ref slope, rate, ref i, length);
        if (Vector128.IsHardwareAccelerated)
            Walk<Vector128<T>, Simd128<T>>(ref parameter, ref slope, rate, ref i, length);
        Walk<T, SimdScalar<T>>(ref parameter, ref slope, rate, ref i, length);
    }

    /// <summary>Updates whole vectors from <paramref name="i"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Walk<TVector, TSimd>(ref T parameter, ref readonly T slope, T rate, ref nuint i, nuint length)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>
    {
        TVector minusRate = TSimd.Create(-rate);
        for (nuint count = (nuint)TSimd.Count; length - i >= count; i += count)
        {
            TVector updated = TSimd.MultiplyAdd(minusRate, TSimd.Load(in slope, i), TSimd.Load(in parameter, i));
            TSimd.Store(updated, ref parameter, i);
        }
    }
}
