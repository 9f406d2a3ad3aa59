using NetGen.Generator.Graph;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes the step of a tiny layer for a single row: dx = dz · Wᵀ ⊙ f′(x) from the weights as they were, then W += xᵀ · dz and
/// b += dz, all in vectors. A row of weights that is no whole vector is written with what follows it, which the next row then
/// overwrites; the last row is written in part.
/// </summary>
internal sealed class HeldStepWriter(SourceWriter writer, MatMulKernel kernel, DenseLayer layer, NumberType number, HeldOperands operands)
{
    public void Write()
    {
        if (kernel.Shape.IsSwapped)
        {
            WriteSingleOutput();
        }
        else
        {
            WriteOutputs();
        }
    }

    /// <summary>A single output: a row of weights along the inputs.</summary>
    private void WriteSingleOutput()
    {
        HeldRow x = operands.Inputs!;
        writer.Line($"{x.Type.Name} w = {x.Type.Load("weights", "0")};");
        writer.Line($"{x.Type.Name} d = {x.Type.Broadcast(operands.GradientSource)};");
        WriteResult("w * d");
        WriteStore(x.Type, x.Type.MultiplyAdd(x.Name, "d", "w"), "weights", 0, layer.Inputs);
        if (kernel.HasBias)
        {
            writer.Line($"biases += {operands.GradientSource};");
        }
    }

    private void WriteOutputs()
    {
        HeldRow d = operands.Gradients ?? LoadGradients();
        for (int row = 0; row < layer.Inputs; row++)
        {
            writer.Line($"{d.Type.Name} w{Literal.Of(row)} = {d.Type.Load("weights", Literal.Of(row * layer.Outputs))};");
        }

        WriteResult(LaneSumText.Of([.. Enumerable.Range(0, layer.Inputs).Select(row => $"w{Literal.Of(row)} * {d.Name}")], d.Type, operands.Result?.Type));
        for (int row = 0; row < layer.Inputs; row++)
        {
            string x = operands.Inputs?.Broadcast(d.Type, row) ?? d.Type.Broadcast(number.Vector(1).Load(operands.InputMemory, Literal.Of(row)));
            int valid = row < layer.Inputs - 1 ? d.Type.Lanes : layer.Outputs;
            WriteStore(d.Type, d.Type.MultiplyAdd(x, d.Name, "w" + Literal.Of(row)), "weights", row * layer.Outputs, valid);
        }

        if (kernel.HasBias)
        {
            WriteStore(d.Type, $"({d.Type.Load("biases", "0")} + {d.Name})", "biases", 0, layer.Outputs);
        }
    }

    /// <summary>The gradient of the last layer's outputs, which a loss wrote.</summary>
    private HeldRow LoadGradients()
    {
        VectorType type = number.Covering(layer.Outputs);
        writer.Line($"{type.Name} d = {Row(type, type.LoadPieces(operands.GradientSource, "0"), layer.Outputs)};");
        return new HeldRow(type, "d");
    }

    private void WriteResult(string gradient)
    {
        if (operands.Result is null)
        {
            return;
        }

        string value = kernel.Derivative is { } derivative
            ? $"DerivativeProduct<{derivative.Alias}, {number.Name}>.Invoke({gradient}, {operands.Inputs!.Name}, {operands.Inputs.Name})"
            : gradient;
        writer.Line($"{operands.Result.Name} = {Row(operands.Result.Type, value, layer.Inputs)};");
    }

    /// <summary>A vector without the lanes behind a row.</summary>
    private static string Row(VectorType type, string value, int columns) =>
        columns == type.Lanes ? value : $"({value}) & {type.MaskBefore(columns)}";

    private void WriteStore(VectorType type, string value, string destination, int offset, int lanes) => writer.Line(lanes == type.Lanes
        ? type.Store(value, destination, Literal.Of(offset))
        : type.StorePartial(value, destination, Literal.Of(offset), lanes));
}
