using System.Globalization;
using System.Text;
using NetGen.Peers.Networks;

namespace NetGen.Peers.Native;

/// <summary>Writes the C unit of a variant: its template, included once per network with the network's macros.</summary>
internal static class UnitWriter
{
    public static string Write(Variant variant)
    {
        var text = new StringBuilder("#include \"common.h\"\n");
        foreach (string include in variant.Includes)
            text.Append(CultureInfo.InvariantCulture, $"#include \"{include}\"\n");
        foreach (NetworkSpec network in Catalog.All.Where(n => n.ParameterCount <= variant.MostParameters))
            Append(text, variant, network);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Variant variant, NetworkSpec network)
    {
        string[] layers = [.. network.Layers.Select(Layer)];
        (string Name, object Value)[] macros =
        [
            ("NET", network.Name),
            ("INPUTS", network.InputSize),
            ("OUTPUTS", network.OutputSize),
            ("PARAMETERS", network.ParameterCount),
            ("LOSS", LossName(network.Loss)),
            ("HIDDEN_ACTIVATION", HiddenActivation(network)),
            ("LAST", $"a{layers.Length}"),
            ("LAST_DELTA", $"d{layers.Length}"),
            ("LAYERS(F)", string.Join(' ', layers)),
            ("HIDDEN(F)", string.Join(' ', layers[..^1])),
            ("BACKWARDS(F)", string.Join(' ', layers.Reverse())),
        ];
        foreach ((string name, object value) in macros)
            text.Append(CultureInfo.InvariantCulture, $"#define {name} {value}\n");
        text.Append(CultureInfo.InvariantCulture, $"#include \"{variant.Template}\"\n");
        foreach ((string name, _) in macros)
            text.Append(CultureInfo.InvariantCulture, $"#undef {name.Split('(')[0]}\n");
    }

    private static string Layer(LayerInfo layer, int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"F({index}, {index + 1}, {layer.InputSize}, {layer.OutputSize}, {ActivationName(layer.Activation)}, {layer.WeightsOffset})");

    private static string HiddenActivation(NetworkSpec network) =>
        network.Layers[..^1].Select(layer => ActivationName(layer.Activation)).Distinct().Single();

    private static string ActivationName(Activation activation) => activation switch
    {
        Activation.Identity => "IDENTITY",
        Activation.ReLU => "RELU",
        Activation.Sigmoid => "SIGMOID",
        Activation.Tanh => "TANH",
        Activation.Softmax => "SOFTMAX",
        _ => throw new NotSupportedException($"The peers in C have no {activation}."),
    };

    private static string LossName(Loss loss) => loss switch
    {
        Loss.MeanSquaredError => "MSE",
        Loss.BinaryCrossEntropy => "BCE",
        Loss.CategoricalCrossEntropy => "CCE",
        _ => throw new NotSupportedException($"The peers in C have no {loss}."),
    };
}
