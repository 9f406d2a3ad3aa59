using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Schedule;

/// <summary>The steps of a program, for a single row and for blocks of rows.</summary>
/// <param name="Row">The steps of a single row.</param>
/// <param name="Block">The steps of a block, whose rows are a multiple of <see cref="Tuning.RowMultiple"/>.</param>
/// <param name="Seed">Where output gradients are put before the backward steps, or null where there is none.</param>
/// <param name="RowScratch">Elements of scratch of a single row.</param>
/// <param name="ScratchPerRow">Elements of scratch per row of a block.</param>
/// <param name="BlockRows">The most rows of a block.</param>
/// <param name="Packed">The weights that are transposed before the first block.</param>
internal sealed record ScheduledProgram(
    StepList Row,
    StepList Block,
    BufferSlot? Seed,
    int RowScratch,
    int ScratchPerRow,
    int BlockRows,
    EquatableArray<PackedWeights> Packed)
{
    /// <summary>The smallest number of elements on the stack that hold a row's scratch, or null where they are too many.</summary>
    public int? StackElements => StackSize.Of(RowScratch) is var size && size <= Tuning.StackElements ? size : null;

    /// <summary>Whether the scratch on the stack starts at a cache line.</summary>
    public bool IsStackAligned => StackElements > Tuning.SmallestStack;

    /// <summary>Whether many rows are computed in blocks.</summary>
    public bool HasBlocks => BlockRows > 1;

    /// <summary>Elements of all transposed weights together.</summary>
    public int PackedSize => Packed.Sum(packed => packed.Layer.WeightCount);

    /// <summary>The weights that are transposed, by the methods that transpose them: a single part is done in place.</summary>
    public IReadOnlyList<IReadOnlyList<PackedWeights>> PackedParts => MethodParts.Of(Packed);

    /// <summary>Elements of scratch of a block, transposed weights included.</summary>
    public int BlockScratch => PackedSize + (ScratchPerRow * BlockRows);

    /// <summary>Elements of scratch that a kernel of a block takes for itself.</summary>
    public int KernelScratch => Block.All.OfType<KernelStep>().Select(step => Math.Max(step.Kernel.Scratch, step.Kernel.PanelScratch)).DefaultIfEmpty(0).Max();
}
