using NetGen.Generator.Graph;
using NetGen.Generator.Schedule.Lanes;

namespace NetGen.Generator.Emit.Lanes;

/// <summary>
/// Writes dWᵢⱼ += Σ xᵢ·dzⱼ and dbⱼ += Σ dzⱼ, where x and dz are vectors of samples: a vector of sums per parameter stays in a
/// register while the rows are passed, and its lanes are added up at the end.
/// </summary>
internal sealed class LaneParameterGradientWriter(SourceWriter writer, LaneTrainedLayer layer, NumberType number) : LaneKernelWriter(writer, number)
{
    public static string Name(LaneTrainedLayer layer) => $"Lanes{Literal.Of(layer.Layer.Index)}ParameterGradient";

    private DenseLayer Dense => layer.Layer;

    private IEnumerable<int> Inputs => Enumerable.Range(0, layer.Sums.Inputs);

    private IEnumerable<int> Outputs => Enumerable.Range(0, Dense.Outputs);

    public void Write()
    {
        string index = Literal.Of(Dense.Index);
        string formula = $"dW{index} += {layer.Inputs.Name}ᵀ · {layer.Gradients.Name}{(Dense.HasBiases ? $", db{index} += Σ {layer.Gradients.Name}" : "")}";
        using (Method($"{formula}, one sample per lane", Name(layer), "x", "dz", "sums", "destination"))
        {
            if (layer.Sums.IsSinglePass)
            {
                WritePass(withWeights: true, Dense.HasBiases, null, "destination");
            }
            else
            {
                WritePasses();
            }
        }
    }

    /// <summary>The weights in equal passes, then the biases.</summary>
    private void WritePasses()
    {
        using (Writer.Block($"for (nuint input = 0; input < {Literal.Of(Dense.Inputs)}; input += {Literal.Of(layer.Sums.Inputs)})"))
        {
            WritePass(withWeights: true, withBiases: false, "input", $"Unsafe.Add(ref destination, input * {Literal.Of(Dense.Outputs)})");
        }

        if (Dense.HasBiases)
        {
            Writer.Line();
            using (Writer.Block("// biases"))
            {
                WritePass(withWeights: false, withBiases: true, null, LaneText.Element("destination", Dense.WeightCount));
            }
        }
    }

    private void WritePass(bool withWeights, bool withBiases, string? input, string destination)
    {
        string[] sums =
        [
            .. withWeights ? Inputs.SelectMany(_ => Outputs, Weight) : [],
            .. withBiases ? Outputs.Select(Bias) : [],
        ];
        foreach (string sum in sums)
        {
            Writer.Line($"TVector {sum} = TSimd.Create({Number.Vector(1).Zero});");
        }

        using (Writer.Block(LaneText.EachTile))
        {
            WriteTile(withWeights, withBiases, input);
        }

        for (int i = 0; i < sums.Length; i++)
        {
            Writer.Line(LaneText.Store(sums[i], "sums", i));
        }

        Writer.Line($"{LaneText.Class(Number)}.AddSums(ref sums, {Literal.Of(sums.Length)}, ref {destination});");
    }

    private void WriteTile(bool withWeights, bool withBiases, string? first)
    {
        DeclareTile("gradients", "dz", Dense.Outputs);
        foreach (int output in Outputs)
        {
            Writer.Line($"TVector {Gradient(output)} = {LaneText.Load("gradients", output)};");
        }

        if (withWeights)
        {
            string start = LaneText.Tile("x", Dense.Inputs);
            Writer.Line($"ref {T} inputs = {(first is null ? start : $"{start.TrimEnd(')')} + {first} * lanes)")};");
            foreach (int input in Inputs)
            {
                WriteInput(input);
            }
        }

        foreach (int output in withBiases ? Outputs : [])
        {
            Writer.Line($"{Bias(output)} = TSimd.Add({Bias(output)}, {Gradient(output)});");
        }
    }

    private void WriteInput(int input)
    {
        string x = $"x_{Literal.Of(input)}";
        Writer.Line($"TVector {x} = {LaneText.Load("inputs", input)};");
        foreach (int output in Outputs)
        {
            Writer.Line($"{Weight(input, output)} = TSimd.MultiplyAdd({x}, {Gradient(output)}, {Weight(input, output)});");
        }
    }

    private static string Gradient(int output) => $"dz_{Literal.Of(output)}";

    private static string Weight(int input, int output) => $"w_{Literal.Of(input)}_{Literal.Of(output)}";

    private static string Bias(int output) => $"b_{Literal.Of(output)}";
}
