using NetGen.Generator.Graph;
using NetGen.Generator.Schedule.Lanes;

namespace NetGen.Generator.Emit.Lanes;

/// <summary>Writes dxᵢ = Σⱼ wᵢⱼ·dzⱼ, where each is a vector of samples, times the derivative of the layer before.</summary>
internal sealed class LaneInputGradientWriter(SourceWriter writer, LaneTrainedLayer layer, NumberType number) : LaneKernelWriter(writer, number)
{
    public static string Name(LaneTrainedLayer layer) => $"Lanes{Literal.Of(layer.Layer.Index)}InputGradient";

    private DenseLayer Dense => layer.Layer;

    public void Write()
    {
        string before = layer.InputGradients!.Name;
        string formula = $"{before} = {layer.Gradients.Name} · W{Literal.Of(Dense.Index)}ᵀ{(layer.InputDerivative is { } f ? $" times the derivative of {f.Name}" : "")}";
        IEnumerable<string> parameters = ["weights", layer.Gradients.Name, .. layer.InputDerivative is null ? [] : new[] { layer.Inputs.Name }, before];
        using (Method($"{formula}, one sample per lane", Name(layer), parameters))
        using (Writer.Block(LaneText.EachTile))
        {
            WriteTile(before);
        }
    }

    private void WriteTile(string before)
    {
        DeclareTile("gradients", layer.Gradients.Name, Dense.Outputs);
        DeclareTile("results", before, Dense.Inputs);
        if (layer.InputDerivative is not null)
        {
            DeclareTile("inputs", layer.Inputs.Name, Dense.Inputs);
        }

        LoadColumns(layer.Gradients, "gradients");
        if (layer.IsUnrolled)
        {
            for (int input = 0; input < Dense.Inputs; input++)
            {
                string sum = $"dx_{Literal.Of(input)}";
                WriteInput(sum, "weights", input * Dense.Outputs, LaneText.Load("inputs", input));
                Writer.Line(LaneText.Store(sum, "results", input));
            }

            return;
        }

        using (Writer.Block($"for (nuint input = 0; input < {Literal.Of(Dense.Inputs)}; input++)"))
        {
            Writer.Line($"ref {T} weight = ref Unsafe.Add(ref weights, input * {Literal.Of(Dense.Outputs)});");
            WriteInput("sum", "weight", 0, LaneText.Load("inputs", "input"));
            Writer.Line(LaneText.Store("sum", "results", "input"));
        }
    }

    private void WriteInput(string sum, string source, int offset, string output)
    {
        Writer.Line($"TVector {sum} = TSimd.Multiply({LaneText.Variable(layer.Gradients, 0)}, TSimd.Create({LaneText.Element(source, offset)}));");
        for (int column = 1; column < Dense.Outputs; column++)
        {
            Writer.Line($"{sum} = {LaneText.MultiplyAdd(LaneText.Variable(layer.Gradients, column), LaneText.Element(source, offset + column), sum)};");
        }

        if (layer.InputDerivative is { } activation)
        {
            Writer.Line($"{sum} = {LaneText.Class(Number)}.MultiplyByDerivative<{activation.Alias}>({sum}, {output});");
        }
    }
}
