using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Schedule.Lanes;

/// <summary>A layer in training.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Activation">The activation that is applied to the sums in registers, or null.</param>
/// <param name="Inputs">x, or the outputs of the layer before.</param>
/// <param name="Results">The sums, or the outputs where the activation is applied in registers.</param>
/// <param name="Gradients">The gradient of the sums.</param>
/// <param name="InputGradients">The gradient of the sums of the layer before, or null for the first layer.</param>
/// <param name="InputDerivative">The activation of the layer before whose derivative is applied in registers, or null.</param>
/// <param name="Sums">Which parameter gradients are summed in one pass over the rows.</param>
internal sealed record LaneTrainedLayer(
    DenseLayer Layer,
    ActivationSpec? Activation,
    BufferSlot Inputs,
    BufferSlot Results,
    BufferSlot Gradients,
    BufferSlot? InputGradients,
    ActivationSpec? InputDerivative,
    LaneSums Sums) : LaneLayer(Layer, Activation, Inputs, Results);
