using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Schedule.Lanes;

/// <summary>Schedules <c>Forward</c> of a tiny network with one sample per lane.</summary>
internal sealed class LaneInferenceScheduler(NetworkDeclaration declaration, DenseLayer[] layers)
{
    private readonly LaneScratch _scratch = new();
    private readonly List<LaneStep> _steps = [];

    private int Last => layers.Length - 1;

    public LaneInference Schedule()
    {
        BufferSlot inputs = InRows("x", BufferKind.Inputs, declaration.InputSize) ?? _scratch.Add("x", declaration.InputSize);
        BufferSlot values = inputs;
        for (int start = 0, end; start <= Last; start = end)
        {
            end = EndOfChain(start);
            values = AddChain(start, end, values);
        }

        return new LaneInference(
            inputs,
            new EquatableArray<LaneStep>(_steps),
            values,
            IsInRegisters(Last) ? null : declaration.Activations[Last],
            FactsOf(Last).IsRowWise,
            _scratch.PerRow);
    }

    /// <summary>A chain ends at an activation that is a loop of its own, or where its text becomes too long.</summary>
    private int EndOfChain(int start)
    {
        int end = start + 1;
        while (end <= Last && IsInRegisters(end - 1) && LaneChain.Joins(new ArraySegment<DenseLayer>(layers, start, end - start), layers[end]))
        {
            end++;
        }

        return end;
    }

    private BufferSlot AddChain(int start, int end, BufferSlot inputs)
    {
        List<LaneLayer> chain = [];
        for (int i = start; i < end; i++)
        {
            DenseLayer layer = layers[i];
            BufferSlot results = i < end - 1 ? new BufferSlot(Name(i), BufferKind.None, 0, 0, layer.Outputs)
                : i < Last ? _scratch.Add(Name(i), layer.Outputs)
                : OutputsOf(layer);
            chain.Add(new LaneLayer(layer, FusedActivation(i), inputs, results));
            inputs = results;
        }

        LaneChain added = new(new EquatableArray<LaneLayer>(chain), IsTraining: false);
        _steps.Add(new LaneForwardStep(added.Remark, added));
        int last = end - 1;
        if (last < Last && !IsInRegisters(last))
        {
            ActivationSpec activation = declaration.Activations[last];
            _steps.Add(new LaneActivationStep($"layer {last}: {activation.Name}", activation, inputs, inputs));
        }

        return inputs;
    }

    /// <summary>A loop over the outputs has one column at a time, and rows take all at once.</summary>
    private BufferSlot OutputsOf(DenseLayer layer) =>
        (LaneLayer.CanUnroll(layer) ? InRows("y", BufferKind.Outputs, layer.Outputs) : null) ?? _scratch.Add(Name(layer.Index), layer.Outputs);

    private static BufferSlot? InRows(string name, BufferKind kind, int columns) =>
        columns <= Tuning.LaneColumns ? new BufferSlot(name, kind, 0, 0, columns) : null;

    private static string Name(int layer) => $"a{layer}";

    private bool IsInRegisters(int layer) => FactsOf(layer).IsCheap;

    private ActivationSpec? FusedActivation(int layer) =>
        IsInRegisters(layer) && !declaration.Activations[layer].Is(Activation.Identity) ? declaration.Activations[layer] : null;

    private ActivationFacts FactsOf(int layer) => ActivationFacts.Of(declaration.Activations[layer], declaration.Options);
}
