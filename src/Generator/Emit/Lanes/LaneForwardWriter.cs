using NetGen.Generator.Graph;
using NetGen.Generator.Passes;
using NetGen.Generator.Schedule.Lanes;

namespace NetGen.Generator.Emit.Lanes;

/// <summary>Writes the layers of a chain: zⱼ = bⱼ + Σᵢ wᵢⱼ·xᵢ, where each x and z is a vector of samples.</summary>
internal sealed class LaneForwardWriter(SourceWriter writer, LaneChain chain, NumberType number) : LaneKernelWriter(writer, number)
{
    /// <summary>Where a tile lies in the values of a block; the rows that it holds may start before that.</summary>
    private string TileRow => chain.TouchesRows ? "tile" : "row";

    public static string Name(LaneChain chain) =>
        $"Lanes{string.Concat(chain.Layers.Select(layer => Literal.Of(layer.Layer.Index)))}{(chain.IsTraining ? "Forward" : "Inference")}";

    /// <summary>The names of the values that the kernel takes references to.</summary>
    public static IEnumerable<string> Operands(LaneChain chain) => chain.WrittenLayers.Select(layer => layer.Results.Name).Prepend(chain.First.Inputs.Name);

    public void Write()
    {
        string formulas = string.Join(", ", chain.Layers.Select(Formula));
        using (Method($"{formulas}, one sample per lane", Name(chain), ["parameters", .. Operands(chain)]))
        {
            if (chain.TouchesRows)
            {
                Writer.Line("nuint last = rows - lanes;");
            }

            using (Writer.Block(chain.TouchesRows ? "for (nuint tile = 0; tile < rows; tile += lanes)" : LaneText.EachTile))
            {
                WriteTile();
            }
        }
    }

    private void WriteTile()
    {
        if (chain.TouchesRows)
        {
            Writer.Line("nuint row = nuint.Min(tile, last);");
        }

        BufferSlot inputs = chain.First.Inputs;
        DeclareTile("inputs", inputs.Name, inputs.Columns, chain.ReadsRows ? "row" : TileRow);
        if (chain.ReadsRows)
        {
            Writer.Line(LaneText.LoadRows(inputs, "inputs", Number));
        }
        else
        {
            LoadColumns(inputs, "inputs");
        }

        foreach (LaneLayer layer in chain.Layers)
        {
            WriteLayer(layer);
        }

        if (chain.WritesRows)
        {
            DeclareTile("outputs", chain.Last.Results.Name, chain.Last.Results.Columns);
            Writer.Line(LaneText.StoreRows(chain.Last.Results, "outputs", Number));
        }
    }

    private static string Formula(LaneLayer layer)
    {
        string index = Literal.Of(layer.Layer.Index);
        string product = $"{layer.Inputs.Name} · W{index}{(layer.Layer.HasBiases ? $" + b{index}" : "")}";
        return layer.Activation is { } activation ? $"{layer.Results.Name} = {activation.Name}({product})" : $"{layer.Results.Name} = {product}";
    }

    private void WriteLayer(LaneLayer layer)
    {
        DenseLayer dense = layer.Layer;
        string results = $"results{Literal.Of(dense.Index)}";
        Writer.Line();
        Writer.Line("// " + layer.Remark);
        bool isStored = chain.StoresTiles(layer);
        if (isStored)
        {
            DeclareTile(results, layer.Results.Name, dense.Outputs, TileRow);
        }

        if (layer.IsUnrolled)
        {
            for (int output = 0; output < dense.Outputs; output++)
            {
                WriteOutput(layer, LaneText.Variable(layer.Results, output), "parameters", dense.WeightsOffset + output, dense.BiasesOffset + output);
                if (isStored)
                {
                    Writer.Line(LaneText.Store(LaneText.Variable(layer.Results, output), results, output));
                }
            }

            return;
        }

        using (Writer.Block($"for (nuint output = 0; output < {Literal.Of(dense.Outputs)}; output++)"))
        {
            Writer.Line($"ref {T} column = ref Unsafe.Add(ref parameters, output);");
            WriteOutput(layer, "sum", "column", dense.WeightsOffset, dense.BiasesOffset);
            Writer.Line(LaneText.Store("sum", results, "output"));
        }
    }

    /// <summary>One output: its bias and a term per input.</summary>
    private void WriteOutput(LaneLayer layer, string sum, string source, int weight, int bias)
    {
        DenseLayer dense = layer.Layer;
        string first = $"TSimd.Create({LaneText.Element(source, weight)})";
        Writer.Line(dense.HasBiases
            ? $"TVector {sum} = TSimd.Create({LaneText.Element(source, bias)});"
            : $"TVector {sum} = TSimd.Multiply({LaneText.Variable(layer.Inputs, 0)}, {first});");
        for (int input = dense.HasBiases ? 0 : 1; input < dense.Inputs; input++)
        {
            string element = LaneText.Element(source, weight + (input * dense.Outputs));
            Writer.Line($"{sum} = {LaneText.MultiplyAdd(LaneText.Variable(layer.Inputs, input), element, sum)};");
        }

        if (layer.Activation is { } activation)
        {
            Writer.Line($"{sum} = {LaneText.Class(Number)}.Activate<{activation.Alias}>({sum});");
        }
    }
}
