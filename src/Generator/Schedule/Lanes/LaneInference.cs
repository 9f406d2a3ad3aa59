using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Schedule.Lanes;

/// <summary>
/// How <c>Forward</c> computes a batch with one sample per lane. A few columns are turned in registers, on the way from the rows
/// of the inputs and to those of the outputs, and what no later step needs is not stored.
/// </summary>
/// <param name="Inputs">The inputs: their rows, or one vector per column.</param>
/// <param name="Steps">The steps from these to the results of the last layer.</param>
/// <param name="Outputs">The results of the last layer: the rows of the outputs, or one vector per column.</param>
/// <param name="Activation">The last activation where it is applied to the rows of the outputs, or null.</param>
/// <param name="IsRowWise">Whether it couples the outputs of a row.</param>
/// <param name="PerRow">Elements of scratch per row.</param>
internal sealed record LaneInference(
    BufferSlot Inputs,
    EquatableArray<LaneStep> Steps,
    BufferSlot Outputs,
    ActivationSpec? Activation,
    bool IsRowWise,
    int PerRow)
{
    public IEnumerable<LaneChain> Chains => Steps.OfType<LaneForwardStep>().Select(step => step.Chain);

    /// <summary>The values that have memory, in its order.</summary>
    public IEnumerable<BufferSlot> Slots => Chains
        .SelectMany(chain => new[] { chain.First.Inputs, chain.Last.Results })
        .Where(slot => slot.Kind == BufferKind.Scratch)
        .Distinct()
        .OrderBy(slot => slot.OffsetPerRow);
}
