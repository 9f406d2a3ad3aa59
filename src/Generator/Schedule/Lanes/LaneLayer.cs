using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Schedule.Lanes;

/// <summary>A dense layer computed with one sample per lane.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Activation">The activation that is applied to the sums in registers, or null.</param>
/// <param name="Inputs">x, or the outputs of the layer before.</param>
/// <param name="Results">The sums, or the outputs where the activation is applied in registers.</param>
internal record LaneLayer(DenseLayer Layer, ActivationSpec? Activation, BufferSlot Inputs, BufferSlot Results)
{
    /// <summary>Whether all of its products are written out, in place of a loop over one side.</summary>
    public bool IsUnrolled => CanUnroll(Layer);

    public static bool CanUnroll(DenseLayer layer) => layer.WeightCount <= Tuning.LaneUnrolledWeights;

    public string Remark => $"layer {Layer.Index}: {Layer.Inputs} → {Layer.Outputs}{(Activation is { } activation ? ", " + activation.Name : "")}";
}
