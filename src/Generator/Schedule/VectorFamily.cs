namespace NetGen.Generator.Schedule;

/// <summary>The two versions that every kernel is emitted in; the JIT keeps the one that the machine runs.</summary>
internal enum VectorFamily
{
    /// <summary><c>Vector512</c>, with narrower fixed vectors for what is left of a row.</summary>
    Wide,

    /// <summary><c>Vector&lt;T&gt;</c>, whatever its width.</summary>
    Portable,
}
