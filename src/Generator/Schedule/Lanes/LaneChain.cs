using NetGen.Generator.Model;

namespace NetGen.Generator.Schedule.Lanes;

/// <summary>Layers that are computed in one pass over the rows; what one hands to the next stays in registers.</summary>
/// <param name="Layers">The layers, at least one; several only where all are written out.</param>
internal sealed record LaneChain(EquatableArray<LaneLayer> Layers)
{
    public LaneLayer First => Layers[0];

    public LaneLayer Last => Layers[Layers.Count - 1];
}
