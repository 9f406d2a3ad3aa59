using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>Each elementwise activation behind identity weights, against the stored table of values and derivatives.</summary>
[Trait("Category", "Numeric")]
public class ActivationNetworkTests
{
    /// <summary>As many neurons as the table has points: full vectors and a remainder at every width.</summary>
    private const int Width = 45;

    private static readonly Activation[] Elementwise =
        [.. Enum.GetValues<Activation>().Where(x => x is not (Activation.Softmax or Activation.LogSoftmax))];

    private static readonly Lazy<GeneratedNetworks> Networks = new(() => GeneratedNetworks.Compile(
        Elementwise.SelectMany(x => new[] { Spec(x, Precision.Single), Spec(x, Precision.Double) })));

    public static TheoryData<Activation, Precision> Cases =>
        Theory.Of(Elementwise.SelectMany(x => new[] { (x, Precision.Single), (x, Precision.Double) }));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_match_the_table(Activation activation, Precision precision)
    {
        (ActivationTable table, INetworkUnderTest network) = Find(activation, precision);
        double[] outputs = network.Forward(Padded(table.Points))[..table.Points.Length];
        CheckPoints(network, table, table.Values, outputs);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Derivatives_match_the_table(Activation activation, Precision precision)
    {
        (ActivationTable table, INetworkUnderTest network) = Find(activation, precision);
        double[] ones = [.. Enumerable.Repeat(1.0, Width)];
        (_, double[] derivatives) = network.VectorJacobianProduct(Padded(table.Points), ones);
        CheckPoints(network, table, table.Derivatives, derivatives[..table.Points.Length]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Jacobian_is_the_diagonal_of_derivatives(Activation activation, Precision precision)
    {
        (ActivationTable table, INetworkUnderTest network) = Find(activation, precision);
        double[] jacobian = network.Jacobian(Padded(table.Points));
        for (int i = 0; i < Width; i++)
        {
            Assert.All(Enumerable.Range(0, Width).Where(j => j != i), j => Assert.Equal(0, jacobian[i * Width + j]));
        }

        CheckPoints(network, table, table.Derivatives, [.. table.Points.Select((_, i) => jacobian[i * (Width + 1)])]);
    }

    /// <summary>Compares point by point, since the table spans many orders of magnitude.</summary>
    private static void CheckPoints(INetworkUnderTest network, ActivationTable table, double[] expected, double[] actual)
    {
        Tolerance tolerance = network.Spec.Precision == Precision.Single ? new(1e-6, 2e-7) : new(1e-13, ActivationTable.Tolerance.Absolute);
        for (int i = 0; i < expected.Length; i++)
        {
            Close.Assert(network.Declaration, FormattableString.Invariant($"at {table.Points[i]:R}"), expected[i], actual[i], tolerance);
        }
    }

    private static (ActivationTable Table, INetworkUnderTest Network) Find(Activation activation, Precision precision)
    {
        INetworkUnderTest network = Networks.Value.Create(2 * Array.IndexOf(Elementwise, activation) + (precision == Precision.Double ? 1 : 0));
        network.Parameters = [.. Enumerable.Range(0, Width).SelectMany(i => ReferenceNetwork.OneHot(i, Width)), .. new double[Width]];
        return (ActivationTable.Of(activation), network);
    }

    private static NetworkSpec Spec(Activation activation, Precision precision) =>
        new NetworkSpec([Width, Width], [activation], Loss.MeanSquaredError).As(precision);

    private static double[] Padded(double[] points) => [.. points, .. Enumerable.Repeat(0.25, Width - points.Length)];
}
