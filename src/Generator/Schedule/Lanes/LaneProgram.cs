using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Schedule.Lanes;

/// <summary>
/// How batches of a tiny network are computed: one sample per lane. In training rows of inputs are brought to one vector per
/// column, and so are the gradients of the loss; the loss itself and activations that couple the outputs of a row see rows.
/// </summary>
/// <param name="WideRows">Rows from which on batches are computed so at 512 bits: a vector.</param>
/// <param name="PortableRows">Rows from which on they are with <c>Vector&lt;T&gt;</c>: a vector of 256 bits, or of the machine where that is longer.</param>
/// <param name="BlockRows">Rows of a block.</param>
/// <param name="Why">Why it is chosen, in a few words.</param>
/// <param name="Inference">How <c>Forward</c> computes a block.</param>
/// <param name="Inputs">The inputs, one vector per column.</param>
/// <param name="Forward">The steps from the inputs to what the loss takes.</param>
/// <param name="Outputs">What the loss takes, one vector per column.</param>
/// <param name="RowActivation">The last activation where it couples the outputs of a row, or null.</param>
/// <param name="IsRowActivationInLoss">Whether the loss contains that activation, so that training leaves it out.</param>
/// <param name="Training">The memory that is there in training only.</param>
/// <param name="Layers">The layers in training.</param>
/// <param name="Backward">The steps from the gradient of the loss to those of the parameters.</param>
internal sealed record LaneProgram(
    int WideRows,
    int PortableRows,
    int BlockRows,
    string Why,
    LaneInference Inference,
    BufferSlot Inputs,
    EquatableArray<LaneStep> Forward,
    BufferSlot Outputs,
    ActivationSpec? RowActivation,
    bool IsRowActivationInLoss,
    LaneTraining Training,
    EquatableArray<LaneTrainedLayer> Layers,
    EquatableArray<LaneStep> Backward)
{
    public IEnumerable<LaneChain> Chains => Forward.OfType<LaneForwardStep>().Select(step => step.Chain);

    /// <summary>Whether the inputs are a single column, whose rows lie as a tile does.</summary>
    public bool AreInputsTiles => Inputs.Columns == 1;

    /// <summary>
    /// Whether the outputs are a single column that nothing changes behind the layers: it lies in tiles as it does in rows, and so does
    /// the gradient of its loss, so that whole tiles of either stay where they are.
    /// </summary>
    public bool AreOutputsRows => Outputs.Columns == 1 && RowActivation is null;
}

/// <summary>The memory that training has besides that of the forward steps.</summary>
/// <param name="Rows">Rows of what the loss takes.</param>
/// <param name="RowGradients">Rows of the gradient of the loss.</param>
/// <param name="Gradients">The gradient of the loss, one vector per column.</param>
/// <param name="PerRow">Elements of scratch per row, those of the forward steps included.</param>
/// <param name="Sums">Vectors of sums of parameter gradients that are stored at once; their memory lies behind that of the rows.</param>
internal sealed record LaneTraining(BufferSlot Rows, BufferSlot RowGradients, BufferSlot Gradients, int PerRow, int Sums);
