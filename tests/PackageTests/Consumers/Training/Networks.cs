using System.Runtime.CompilerServices;
using NetGen;

/// <summary>Whether a point lies in a disc.</summary>
[Network([2, 16, 1], [Activation.Tanh, Activation.Sigmoid], Loss.BinaryCrossEntropy, Precision = Precision.Double)]
internal sealed partial class DiscNetwork;

/// <summary>Which of three sectors a point lies in, by layers that are wider than a vector.</summary>
[Network([2, 48, 32, 3], [Activation.GELU, Activation.ReLU, Activation.Identity], Loss.SoftmaxCrossEntropy)]
internal sealed partial class SectorNetwork;

/// <summary>A network with operators of its own.</summary>
[Network([2, 8, 2], [typeof(Squareplus<>), Activation.Softsign], typeof(LargestError<>), Precision = Precision.Double)]
internal sealed partial class OwnNetwork;

/// <summary>The network whose first prediction is timed.</summary>
[Network([64, 128, 64, 10], [Activation.ReLU, Activation.ReLU, Activation.Softmax], Loss.CategoricalCrossEntropy)]
internal sealed partial class TimedNetwork;

/// <summary>a = ½(z + √(z² + 4)).</summary>
internal readonly struct Squareplus<T> : IActivation<T>
    where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Multiply(TSimd.Create(0.5), TSimd.Add(z, Root<TVector, TSimd>(z)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Divide(a, Root<TVector, TSimd>(z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Root<TVector, TSimd>(TVector z)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        TSimd.Sqrt(TSimd.MultiplyAdd(z, z, TSimd.Create(4.0)));
}

/// <summary>The square of the largest error of a row.</summary>
internal readonly struct LargestError<T> : ILoss<T>
    where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
{
    public static T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
    {
        T error = outputs[Largest(outputs, targets)] - targets[Largest(outputs, targets)];
        return error * error;
    }

    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient)
    {
        int largest = Largest(outputs, targets);
        T error = outputs[largest] - targets[largest];
        gradient.Clear();
        gradient[largest] = error + error;
        return error * error;
    }

    private static int Largest(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
    {
        int largest = 0;
        for (int i = 1; i < outputs.Length; i++)
            largest = T.Abs(outputs[i] - targets[i]) > T.Abs(outputs[largest] - targets[largest]) ? i : largest;
        return largest;
    }
}
