namespace NetGen.Generator.Emit.Kernels;

/// <summary>A vector of a row while a kernel's body is written.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Offset">Where it starts in the row, as C#.</param>
/// <param name="Name">The suffix of its variables.</param>
/// <param name="Mask">A mask of the lanes that no other vector covers, as C#, or null where all are its own.</param>
/// <param name="Valid">How many of its lanes belong to the row, or null for all.</param>
internal sealed record Column(VectorType Type, string Offset, string Name, string? Mask, int? Valid);
