using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Schedule.Lanes;

/// <summary>One call in the loop over blocks of a batch that is computed with one sample per lane.</summary>
/// <param name="Remark">What the step computes, for the comment above it.</param>
internal abstract record LaneStep(string Remark);

/// <summary>The sums, or the outputs, of one or more layers.</summary>
internal sealed record LaneForwardStep(string Remark, LaneChain Chain) : LaneStep(Remark);

/// <summary>a = f(z), of an activation too long to be written into a chain.</summary>
internal sealed record LaneActivationStep(string Remark, ActivationSpec Activation, BufferSlot Source, BufferSlot Result) : LaneStep(Remark);

/// <summary>gradient ·= f′.</summary>
internal sealed record LaneDerivativeStep(string Remark, ActivationSpec Activation, BufferSlot Inputs, BufferSlot Outputs, BufferSlot Gradients) : LaneStep(Remark);

/// <summary>dx = dz·Wᵀ, times the derivative of the layer before where that is short.</summary>
internal sealed record LaneInputGradientStep(string Remark, LaneTrainedLayer Layer) : LaneStep(Remark);

/// <summary>Adds the gradient of a layer's parameters to the destination.</summary>
internal sealed record LaneParameterGradientStep(string Remark, LaneTrainedLayer Layer) : LaneStep(Remark);
