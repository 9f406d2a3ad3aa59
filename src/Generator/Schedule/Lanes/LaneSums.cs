using NetGen.Generator.Graph;

namespace NetGen.Generator.Schedule.Lanes;

/// <summary>The parameter gradients of a layer that are summed in registers while the rows are passed once.</summary>
/// <param name="Inputs">Rows of the weight matrix a pass; divides the inputs of the layer.</param>
/// <param name="IsSinglePass">Whether one pass takes all weights, and the biases with them.</param>
internal sealed record LaneSums(int Inputs, bool IsSinglePass)
{
    /// <summary>As many sums as stay in registers, in equal passes.</summary>
    public static LaneSums Of(DenseLayer layer) => layer.End - layer.WeightsOffset <= Tuning.LaneSinglePassSums
        ? new LaneSums(layer.Inputs, IsSinglePass: true)
        : new LaneSums(LargestDivisor(layer.Inputs, Math.Max(1, Tuning.LaneSums / layer.Outputs)), IsSinglePass: false);

    /// <summary>The vectors of sums that the layer stores at once.</summary>
    public int CountOf(DenseLayer layer) => IsSinglePass ? layer.End - layer.WeightsOffset : Inputs * layer.Outputs;

    private static int LargestDivisor(int number, int limit) =>
        Enumerable.Range(1, Math.Min(number, limit)).Last(divisor => number % divisor == 0);
}
