namespace NetGen.Generator.Schedule;

/// <summary>Constants found by measurement.</summary>
internal static class Tuning
{
    /// <summary>Accumulators of a single-row product: FMA has a latency of 4 cycles and 2 ports, so 8 keep both busy.</summary>
    public const int RowVectors = 8;

    /// <summary>
    /// The tile of a batched product at 512 bits: 8 rows × 3 vectors hold 24 sums in the 32 registers and reach 0.84 of
    /// the FMA peak (4 × 3: 0.80).
    /// </summary>
    public const int WideTileRows = 8;

    /// <inheritdoc cref="WideTileRows"/>
    public const int WideTileVectors = 3;

    /// <summary>The tile of a batched product with 16 registers: 4 rows × 3 vectors reach 0.87 of the 256-bit FMA peak.</summary>
    public const int PortableTileRows = 4;

    /// <inheritdoc cref="PortableTileRows"/>
    public const int PortableTileVectors = 3;

    /// <summary>Weights from which on rows of a batch are computed in tiles; fewer are in registers or the nearest cache anyway.</summary>
    public const int TiledWeights = 4096;

    /// <summary>Rows of the weight matrix per tile of a transposed product, or of an outer sum of short rows.</summary>
    public const int GradientTileRows = 4;

    /// <summary>Vectors per tile of an outer sum: 4 × 2 accumulators are the 8 chains that the multiply-add needs.</summary>
    public const int OuterSumVectors = 2;

    /// <summary>Vectors per tile of an outer sum that takes one row of weights at a time.</summary>
    public const int SmallOuterSumVectors = 4;

    /// <summary>Vectors of <c>Vector&lt;T&gt;</c> that a single row is computed in.</summary>
    public const int PortableRowVectors = 4;

    /// <summary>Up to this many multiply-adds of vectors a sum is written out; a method of 1,000 still compiles fully.</summary>
    public const int UnrollLimit = 48;

    /// <summary>Rows that are walked together at most, so that what a layer writes is still in the first-level cache.</summary>
    public const int MaximumBlockRows = 64;

    /// <summary>Bytes of scratch per thread at most, unless a single row needs more: an eighth of a 2 MB second-level cache.</summary>
    public const int ScratchBytes = 256 * 1024;

    /// <summary>Bytes of scratch that are taken from the stack; more comes from a buffer that the thread keeps.</summary>
    public const int StackBytes = 1024;
}
