using System.Diagnostics;
using NetGen.Training;

namespace Digits;

/// <summary>Trains on mini-batches in a new random order each epoch, and measures what the steps cost.</summary>
internal sealed class Trainer(DigitsNetwork network, Images images, int batchSize, IOptimizer<float> optimizer, int seed)
{
    private readonly Random _random = new(seed);
    private readonly int[] _order = [.. Enumerable.Range(0, images.Count)];
    private readonly float[] _gradient = new float[DigitsNetwork.ParameterCount];
    private readonly float[] _pixels = new float[batchSize * Images.PixelCount];
    private readonly int[] _labels = new int[batchSize];

    public int Steps { get; private set; }

    public TimeSpan StepTime { get; private set; }

    public long AllocatedBytes { get; private set; }

    /// <summary>Starts the measurements anew.</summary>
    public void ForgetCosts()
    {
        Steps = 0;
        StepTime = TimeSpan.Zero;
        AllocatedBytes = 0;
    }

    /// <summary>Shows every image once; returns the mean loss of the batches.</summary>
    public float RunEpoch()
    {
        _random.Shuffle(_order);
        float loss = 0;
        for (int start = 0; start < _order.Length; start += batchSize)
        {
            ReadOnlySpan<int> batch = _order.AsSpan(start, Math.Min(batchSize, _order.Length - start));
            images.CopyTo(batch, _pixels, _labels);
            loss += MeasuredStep(batch.Length) * batch.Length;
        }

        return loss / _order.Length;
    }

    private float MeasuredStep(int count)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long time = Stopwatch.GetTimestamp();
        float loss = Step(_pixels.AsSpan(0, count * Images.PixelCount), _labels.AsSpan(0, count));
        StepTime += Stopwatch.GetElapsedTime(time);
        AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - bytes;
        Steps++;
        return loss;
    }

    private float Step(ReadOnlySpan<float> pixels, ReadOnlySpan<int> labels)
    {
        Array.Clear(_gradient);
        float loss = network.Backward(pixels, labels, _gradient);
        optimizer.Step(network.Parameters, _gradient);
        return loss;
    }
}
