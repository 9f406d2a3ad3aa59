using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Schedule;

/// <summary>The steps of a program and the rows that it walks together.</summary>
/// <param name="Forward">The steps that compute outputs.</param>
/// <param name="Backward">The steps that follow: the loss and the gradients.</param>
/// <param name="Seed">Where output gradients are put before the backward steps, or null where there is none.</param>
/// <param name="ScratchPerRow">Elements of scratch per row of a block.</param>
/// <param name="BlockRows">Rows of a block.</param>
internal sealed record ScheduledProgram(
    EquatableArray<Step> Forward,
    EquatableArray<Step> Backward,
    BufferSlot? Seed,
    int ScratchPerRow,
    int BlockRows)
{
    public IEnumerable<Step> Steps => Forward.Concat(Backward);

    public bool NeedsScratch => ScratchPerRow > 0;
}
