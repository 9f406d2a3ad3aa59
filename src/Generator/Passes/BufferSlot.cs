namespace NetGen.Generator.Passes;

/// <summary>The memory of a value: rows of <paramref name="Columns"/> elements.</summary>
/// <param name="Name">The name of the value, such as <c>a0</c> or <c>delta1</c>.</param>
/// <param name="Kind">The span it lies in.</param>
/// <param name="OffsetPerRow">For scratch: where it starts, in elements per row of a block.</param>
/// <param name="RowOffset">For scratch of a single row: where it starts, in elements.</param>
/// <param name="Columns">Elements of a row.</param>
internal sealed record BufferSlot(string Name, BufferKind Kind, int OffsetPerRow, int RowOffset, int Columns);
