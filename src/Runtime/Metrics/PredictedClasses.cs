using System.Numerics;

namespace NetGen.Metrics;

/// <summary>
/// The class that each row of outputs predicts: the first of the largest outputs, or for one output whether it is above
/// the threshold. A row with a NaN predicts none.
/// </summary>
internal readonly ref struct PredictedClasses<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> _outputs;
    private readonly int _outputSize;
    private readonly double _threshold;

    public PredictedClasses(ReadOnlySpan<T> outputs, int outputSize, double threshold)
    {
        Rows = MetricGuard.Rows(outputs.Length, outputSize, nameof(outputs));
        MetricGuard.Threshold(threshold);
        _outputs = outputs;
        _outputSize = outputSize;
        _threshold = threshold;
    }

    public int Rows { get; }

    public int this[int row]
    {
        get
        {
            ReadOnlySpan<T> outputs = _outputs.Slice(row * _outputSize, _outputSize);
            return _outputSize == 1 ? Binary(outputs[0]) : First(outputs);
        }
    }

    private int Binary(T output) =>
        T.IsNaN(output) ? ConfusionMatrix.None : double.CreateTruncating(output) > _threshold ? 1 : 0;

    private static int First(ReadOnlySpan<T> outputs)
    {
        int largest = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            if (T.IsNaN(outputs[i]))
                return ConfusionMatrix.None;
            if (outputs[i] > outputs[largest])
                largest = i;
        }

        return largest;
    }
}
