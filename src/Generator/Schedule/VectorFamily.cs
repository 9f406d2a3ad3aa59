namespace NetGen.Generator.Schedule;

/// <summary>The two versions that every kernel is emitted in; the JIT keeps the one that the machine runs.</summary>
internal enum VectorFamily
{
    /// <summary>
    /// <c>Vector512</c>, with narrower fixed vectors for what is left of a row; where no row is that long, <c>Vector256</c>, which
    /// machines without 512 bits run too.
    /// </summary>
    Wide,

    /// <summary><c>Vector&lt;T&gt;</c>, whatever its width.</summary>
    Portable,
}
