namespace NetGen.Accuracy;

/// <summary>The argument at which a function errs most.</summary>
/// <param name="Error">In units in the last place.</param>
/// <param name="Argument">x.</param>
/// <param name="Actual">What the function gave.</param>
/// <param name="Expected">What the reference gave.</param>
public readonly record struct WorstCase(double Error, float Argument, float Actual, double Expected)
{
    public static WorstCase Max(WorstCase x, WorstCase y) => y.Error > x.Error ? y : x;
}
