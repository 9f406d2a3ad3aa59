using NetGen.Generator.Graph;

namespace NetGen.Generator.Schedule;

/// <summary>A transposed copy of a layer's weights.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Offset">Where the copy starts, in elements.</param>
internal sealed record PackedWeights(DenseLayer Layer, int Offset);
