using BenchmarkDotNet.Attributes;
using NetGen.Activations;
using NetGen.CompilerServices;
using NetGen.Losses;

namespace NetGen.Kernels;

/// <summary>Losses and softmax over a block of rows, as generated code calls them.</summary>
public class RowBenchmarks
{
    private const int Rows = 32;
    private const int Columns = 10;
    private const float Scale = 1f / Rows;

    private readonly float[] _outputs = new float[Rows * Columns];
    private readonly float[] _targets = new float[Rows * Columns];
    private readonly float[] _result = new float[Rows * Columns];
    private readonly int[] _labels = new int[Rows];

    [GlobalSetup]
    public void FillRows()
    {
        var random = new Random(1);
        foreach (ref float output in _outputs.AsSpan())
            output = (random.NextSingle() * 0.8f) + 0.1f;
        for (int row = 0; row < Rows; row++)
        {
            _labels[row] = random.Next(Columns);
            _targets[(row * Columns) + _labels[row]] = 1;
        }
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public double SoftmaxCrossEntropy() =>
        RowLoss.Differentiate<SoftmaxCrossEntropy<float>, float>(_outputs, _targets, _result, Columns, Scale);

    [Benchmark(OperationsPerInvoke = Rows)]
    public double SoftmaxCrossEntropyOfLabels() =>
        RowLoss.DifferentiateLabels<SoftmaxCrossEntropy<float>, float>(_outputs, _labels, _result, Columns, Scale);

    [Benchmark(OperationsPerInvoke = Rows)]
    public double CategoricalCrossEntropy() =>
        RowLoss.Differentiate<CategoricalCrossEntropy<float>, float>(_outputs, _targets, _result, Columns, Scale);

    [Benchmark(OperationsPerInvoke = Rows)]
    public double MeanSquaredError() =>
        RowLoss.Differentiate<ElementwiseLoss<MeanSquaredError<float>, float>, float>(_outputs, _targets, _result, Columns, Scale);

    [Benchmark(OperationsPerInvoke = Rows)]
    public void Softmax() => RowWise.Invoke<Softmax<float>, float>(_outputs, _result, Columns);

    [Benchmark(OperationsPerInvoke = Rows)]
    public void LogSoftmax() => RowWise.Invoke<LogSoftmax<float>, float>(_outputs, _result, Columns);

    [Benchmark]
    public void Transpose() => Transposition.Transpose(in _outputs[0], ref _result[0], Rows, Columns);
}
