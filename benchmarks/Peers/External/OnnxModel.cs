using System.Runtime.InteropServices;
using NetGen.Peers.Networks;

namespace NetGen.Peers.External;

/// <summary>
/// A network as an ONNX file: a Gemm and an activation per layer, from <c>x</c> to <c>y</c>. The numbers of the fields are those
/// of onnx.proto.
/// </summary>
internal static class OnnxModel
{
    private const int IrVersion = 7;
    private const int Opset = 13;
    private const int FloatType = 1;
    private const int IntegerAttribute = 2;

    public static byte[] Write(NetworkSpec network, ReadOnlySpan<float> parameters)
    {
        var graph = new ProtobufWriter();
        string value = "x";
        for (int k = 0; k < network.Layers.Length; k++)
        {
            LayerInfo layer = network.Layers[k];
            bool last = k == network.Layers.Length - 1, identity = layer.Activation == Activation.Identity;
            string sum = last && identity ? "y" : $"z{k}", output = last ? "y" : $"a{k}";
            graph.Message(1, Node("Gemm", [value, $"W{k}", $"b{k}"], sum));
            value = sum;
            if (identity)
                continue;
            ProtobufWriter activation = Node(OperatorOf(layer.Activation), [sum], output);
            if (layer.Activation == Activation.Softmax)
                activation.Message(5, new ProtobufWriter().Text(1, "axis").Integer(3, 1).Integer(20, IntegerAttribute));
            graph.Message(1, activation);
            value = output;
        }

        graph.Text(2, network.Name);
        for (int k = 0; k < network.Layers.Length; k++)
        {
            LayerInfo layer = network.Layers[k];
            graph.Message(5, Tensor($"W{k}", [layer.InputSize, layer.OutputSize], parameters.Slice(layer.WeightsOffset, layer.WeightCount)));
            graph.Message(5, Tensor($"b{k}", [layer.OutputSize], parameters.Slice(layer.BiasesOffset, layer.OutputSize)));
        }

        graph.Message(11, Value("x", network.InputSize)).Message(12, Value("y", network.OutputSize));
        return new ProtobufWriter().Integer(1, IrVersion).Text(2, "NetGen").Message(7, graph)
            .Message(8, new ProtobufWriter().Text(1, "").Integer(2, Opset)).ToArray();
    }

    private static ProtobufWriter Node(string operation, string[] inputs, string output)
    {
        var node = new ProtobufWriter();
        foreach (string input in inputs)
            node.Text(1, input);
        return node.Text(2, output).Text(4, operation);
    }

    private static ProtobufWriter Tensor(string name, int[] sizes, ReadOnlySpan<float> values)
    {
        var tensor = new ProtobufWriter();
        foreach (int size in sizes)
            tensor.Integer(1, size);
        return tensor.Integer(2, FloatType).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(values));
    }

    /// <summary>A value of any number of rows.</summary>
    private static ProtobufWriter Value(string name, int size)
    {
        ProtobufWriter shape = new ProtobufWriter()
            .Message(1, new ProtobufWriter().Text(2, "rows"))
            .Message(1, new ProtobufWriter().Integer(1, size));
        ProtobufWriter type = new ProtobufWriter().Message(1, new ProtobufWriter().Integer(1, FloatType).Message(2, shape));
        return new ProtobufWriter().Text(1, name).Message(2, type);
    }

    private static string OperatorOf(Activation activation) => activation switch
    {
        Activation.ReLU => "Relu",
        Activation.Sigmoid or Activation.Tanh or Activation.Softmax => activation.ToString(),
        _ => throw new NotSupportedException($"No ONNX operator for {activation} is known here."),
    };
}
