using NetGen.Generator.Graph;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>A graph with the memory of every value: what one generated member computes for a block of rows.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Buffers">The memory of each node, by id.</param>
/// <param name="ScratchPerRow">Elements of scratch that a row of a block needs.</param>
/// <param name="RowScratch">Elements of scratch that a single row needs.</param>
internal sealed record ComputeProgram(NetworkGraph Graph, EquatableArray<BufferSlot> Buffers, int ScratchPerRow, int RowScratch)
{
    public BufferSlot BufferOf(Node node) => Buffers[node.Id];

    public BufferSlot BufferOf(int id) => Buffers[id];
}
