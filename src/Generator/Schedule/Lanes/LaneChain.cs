using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Schedule.Lanes;

/// <summary>Layers that are computed in one pass over the rows; what one hands to the next stays in registers.</summary>
/// <param name="Layers">The layers, at least one; several only where all are written out.</param>
/// <param name="IsTraining">Whether the results of all layers are stored, for the way back; else those of the last alone.</param>
internal sealed record LaneChain(EquatableArray<LaneLayer> Layers, bool IsTraining)
{
    public LaneLayer First => Layers[0];

    public LaneLayer Last => Layers[Layers.Count - 1];

    /// <summary>Whether it takes the rows of the inputs and turns them in registers.</summary>
    public bool ReadsRows => First.Inputs.Kind == BufferKind.Inputs;

    /// <summary>Whether it writes the rows of the outputs.</summary>
    public bool WritesRows => Last.Results.Kind == BufferKind.Outputs;

    /// <summary>Whether it goes by the rows of a span, so that its last tile ends at the last row.</summary>
    public bool TouchesRows => ReadsRows || WritesRows;

    /// <summary>The layers whose results leave the registers.</summary>
    public IEnumerable<LaneLayer> WrittenLayers => IsTraining ? Layers : [Last];

    /// <summary>Whether the results of a layer are stored one vector per column.</summary>
    public bool StoresTiles(LaneLayer layer) => WrittenLayers.Contains(layer) && layer.Results.Kind == BufferKind.Scratch;

    public string Remark => string.Join("; ", Layers.Select(layer => layer.Remark));

    /// <summary>Whether a layer joins those before it: all are written out and their text stays short.</summary>
    public static bool Joins(IReadOnlyList<DenseLayer> before, DenseLayer layer) =>
        before.Append(layer).All(LaneLayer.CanUnroll)
        && before.Append(layer).Sum(other => other.WeightCount) <= Tuning.LaneChainWeights;
}
