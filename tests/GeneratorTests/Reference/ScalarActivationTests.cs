namespace NetGen.GeneratorTests.Reference;

/// <summary>The interpreter's activations against stored values and derivatives of one variable.</summary>
public class ScalarActivationTests
{
    public static TheoryData<Activation> Scalar =>
        [.. Enum.GetValues<Activation>().Where(x => x is not (Activation.Softmax or Activation.LogSoftmax))];

    [Theory]
    [MemberData(nameof(Scalar))]
    public void Values_match_everywhere(Activation activation)
    {
        ActivationTable table = ActivationTable.Of(activation);
        ReferenceActivation reference = Reference(activation);
        Close.Assert($"{activation}", "value", table.Values, reference.Value(table.Points), ActivationTable.Tolerance);
    }

    [Theory]
    [MemberData(nameof(Scalar))]
    public void Derivatives_match_at_interior_points(Activation activation)
    {
        ActivationTable table = ActivationTable.Of(activation);
        double[] ones = [.. table.Points.Select(_ => 1.0)];
        double[] derivatives = Reference(activation).Pullback(table.Points, ones);
        Close.Assert($"{activation}", "derivative", table.Derivatives, derivatives, ActivationTable.Tolerance, i => $"f′({table.Points[i]})");
    }

    private static ReferenceActivation Reference(Activation activation) =>
        ReferenceActivation.Of(new NetworkSpec([1, 1], [activation], Loss.MeanSquaredError), 0);
}
