using System.Globalization;

namespace NetGen.RuntimeTests.Networks;

/// <summary>The table of a network.</summary>
public class NetworkSummaryTests
{
    [Fact]
    public void A_network_is_a_table_of_its_layers() => Assert.Equal(
        """
        Table: 4,132 parameters, 16,528 bytes
        layer     shape      activation  parameters
        layers.0  1000 -> 4  GELU             4,004
        layers.1  4 -> 32    Softmax            128
        total                                 4,132
        """.ReplaceLineEndings("\n"),
        NetworkSummary.Of(new Table()));

    [Fact]
    public void The_culture_does_not_show()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string expected = NetworkSummary.Of(new Table());
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            Assert.Equal(expected, NetworkSummary.Of(new Table()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void No_network_has_no_table() => Assert.Throws<ArgumentNullException>("network", () => NetworkSummary.Of<float>(null!));

    private sealed class Table : INetwork<float>
    {
        private static readonly LayerInfo[] All =
        [
            new("layers.0", 1000, 4, Activation.GELU, "GELU", 0, 4000),
            new("layers.1", 4, 32, Activation.Softmax, "Softmax", 4004, -1),
        ];

        public static int InputSize => 1000;

        public static int OutputSize => 32;

        public static int ParameterCount => 4132;

        public static ReadOnlySpan<LayerInfo> Layers => All;

        public Span<float> Parameters => new float[ParameterCount];

        public ReadOnlySpan<LayerInfo> GetLayers() => Layers;

        public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => throw new NotSupportedException();

        public void Jacobian(ReadOnlySpan<float> input, Span<float> jacobian) => throw new NotSupportedException();
    }
}
