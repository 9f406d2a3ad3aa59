using NetGen.Generator.Model;

namespace NetGen.Generator.Graph;

/// <summary>A declaration as a graph: inputs → (dense → activation)* .</summary>
internal static class Lowering
{
    public static NetworkGraph Lower(NetworkDeclaration declaration)
    {
        GraphBuilder builder = new();
        int value = builder.Input(OperandRole.Inputs, declaration.InputSize);
        int offset = 0;
        for (int k = 0; k < declaration.LayerCount; k++)
        {
            DenseLayer layer = Layer(declaration, k, offset);
            offset = layer.End;
            value = builder.Add(new DenseOp(layer), value);
            value = builder.Add(new ActivationOp(k, declaration.Activations[k]), value);
        }

        return builder.Build();
    }

    private static DenseLayer Layer(NetworkDeclaration declaration, int index, int offset)
    {
        int inputs = declaration.Sizes[index];
        int outputs = declaration.Sizes[index + 1];
        int biases = declaration.Options.Bias ? offset + (inputs * outputs) : -1;
        return new DenseLayer(index, inputs, outputs, offset, biases);
    }
}
