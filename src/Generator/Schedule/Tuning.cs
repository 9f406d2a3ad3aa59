namespace NetGen.Generator.Schedule;

/// <summary>Constants found by measurement.</summary>
internal static class Tuning
{
    /// <summary>Accumulators of a single-row product: FMA has a latency of 4 cycles and 2 ports, so 8 keep both busy.</summary>
    public const int RowVectors = 8;

    /// <summary>
    /// Accumulators of a single-row product whose row is longer: the weights come from memory then, which streams better the
    /// longer the pieces of a row are (784-512-512-10: 30 µs; with 8, 36 µs).
    /// </summary>
    public const int LongRowVectors = 16;

    /// <summary>
    /// The tile of a large batched product at 512 bits: 8 rows × 3 vectors hold 24 sums in the 32 registers and reach 0.84
    /// of the FMA peak (4 × 3: 0.80).
    /// </summary>
    public const int LargeTileRows = 8;

    /// <summary>Rows of a tile of small layers: 4 × 2 sums are the 8 chains that the multiply-add needs, in half the text.</summary>
    public const int SmallTileRows = 4;

    /// <summary>Rows of a tile that is a single vector wide: 8 sums are the 8 chains that the multiply-add needs.</summary>
    public const int NarrowTileRows = 8;

    /// <summary>Vectors of a tile; with 16 registers 4 rows × 3 vectors reach 0.87 of the 256-bit FMA peak.</summary>
    public const int TileVectors = 3;

    /// <summary>
    /// One in so many vectors may be computed twice for longer panels of a single row; otherwise they have two vectors. Tiles of several
    /// rows end in panels of two instead: at 256 bits 784-128-10 takes 0.87 of the time with 256 rows, 56-56-56 0.80.
    /// </summary>
    public const int PortableWaste = 16;

    /// <summary>Blocks are a multiple of this many rows, which every tile divides; what is left goes row by row.</summary>
    public const int RowMultiple = 8;

    /// <summary>Weights from which on tiles are large; fewer are in the nearest cache anyway, where loads cost little.</summary>
    public const int LargeWeights = 4096;

    /// <summary>
    /// Outputs from which on the gradient of the inputs of a batch is a dot product with each row of weights. Below, adding
    /// up the lanes costs more than the product, and a transposed copy of the weights is made first. For 784-512-512-10 a copy
    /// is level at 256 rows; at 32 a step takes 1.07 of the time with it, at 8 1.4.
    /// </summary>
    public const int DotOutputs = 256;

    /// <summary>Rows of the weight matrix per tile of dot products.</summary>
    public const int DotTileRows = 4;

    /// <summary>Rows of the weight matrix per tile of dot products of a batch at 512 bits, which has 32 registers.</summary>
    public const int WideDotTileRows = 8;

    /// <summary>
    /// Rows of the batch per tile of dot products: every weight that is loaded serves so many sums. With one row and four results
    /// the kernel is at 0.61 of the FMA peak, with two and eight at 0.9; a step of 784-512-512-10 takes 0.9 of the time.
    /// </summary>
    public const int DotBatchRows = 2;

    /// <summary>
    /// Sums of a longer row that are kept apart while it is stepped, which give the multiply-add enough to do. Up to 8 vectors four rows of
    /// weights are stepped together and add up their lanes together: a step with one row of 32-64-80-4 takes 0.86 of the time, of
    /// 32-64-128-4 0.92, against rows one by one.
    /// </summary>
    public const int StepVectors = 4;

    /// <summary>
    /// Vectors of <c>Vector&lt;T&gt;</c> that a single row is computed in: 8 of 16 registers, the chains that hide the latency (at
    /// 256 bits 784-128-10 takes 3.2 µs; with 4 vectors 3.9, with 12 4.4).
    /// </summary>
    public const int PortableRowVectors = 8;

    /// <summary>
    /// Vectors of <c>Vector&lt;T&gt;</c>, of its usual length, that the gradients of a single row may have to stay in registers while four
    /// rows of weights are stepped. At 256 bits a step of 16-32-16-4 takes 0.96 of the time, of 32-24-8-2 0.94, in double precision 0.98.
    /// </summary>
    public const int PortableHeldVectors = 4;

    /// <summary>
    /// Vectors that consecutive rows of weights may be together where a single row steps them so. At 256 bits a step of 400-25-10 takes 0.77 of
    /// the time, of 784-100-4 0.81, of 784-50-4 0.71, of 64-18-4 0.85.
    /// </summary>
    public const int RunVectors = 32;

    /// <summary>
    /// Weights from which on that pays, as the gradients are written out as often as they repeat first: 40-30-4 takes 0.90 and 32-50-4 0.94 of
    /// the time, 40-20-4 would take 1.03, 32-18-4 1.07.
    /// </summary>
    public const int RunWeights = 1024;

    /// <summary>
    /// Rows of long weights that a single row takes together, where too few of their sums are in registers. At 256 bits one takes 1.2
    /// to 2.1 times as long.
    /// </summary>
    public const int Streams = 4;

    /// <summary>
    /// Vectors of a long row that stay in registers at 512 bits while rows of weights pass by in their order: sums of forward,
    /// gradients of the pass that changes the weights, or gradients and the sums of a step; 24 of 32 registers. 784-512-512-10 takes
    /// 29 µs forward, 34 to 37 with four rows at a time, 32 with one row and all sums in memory; 1024 → 384 takes 0.93 of the time of
    /// panels, 300 → 384 is level, 300 → 300 takes 0.86, 1000 → 700 0.79. A step of 784-512-512-10 takes 0.93 of the time of all
    /// gradients in memory, of 784 → 320 0.92, of 200 → 320 0.88, of 8-256-150 0.94, of 8-256-1024 0.90.
    /// </summary>
    public const int LongRowHeld = 24;

    /// <summary>Vectors of such a row that pass by together in a loop, where they are in memory.</summary>
    public const int LongRowOthers = 4;

    /// <summary>
    /// Vectors of the longest row whose sums are so in forward: against four rows at a time 784 → 640, with 40 vectors, takes 0.8 to
    /// 0.95, with 48 and 64 it is level, and 784-512-512-10 in double precision, with 64 from memory, takes 1.05. Against panels
    /// 784 → 750 takes 0.91, 784 → 1000 0.92, 100 → 1000 1.2.
    /// </summary>
    public const int StreamedVectors = 48;

    /// <summary>
    /// Bytes of a row of weights from which on a single row takes it in its order, with the sums in memory: a panel of vectors leaves
    /// most of a page behind. At 256 bits 784 → 512 takes 0.75 of the time of panels and 1024 → 1024 0.6; 784 → 256 is level, 784 → 128
    /// takes 1.2.
    /// </summary>
    public const int StreamBytes = 2048;

    /// <summary>
    /// Bytes of a weight matrix from which on <c>Vector&lt;T&gt;</c> takes its panels from copies: of a second-level cache of 1 MB not
    /// enough is left for a panel between two tiles of rows. At 256 bits forward with 256 and 32 rows takes 0.71 and 0.75 of the time for
    /// 2000 → 128, 0.92 and 0.96 for 1000 → 300, 0.63 and 0.77 for 784-512-512-10 in double precision; 512 → 256 1.02 and 1.07. With
    /// 512 bits, where a tile has more rows, 784-512-512-10 takes 1.03 to 1.1 and 1.1 to 1.2. Tiles of such gradients ask for the weights that
    /// the next one adds to: with a quiet third level 784 → 504 takes as long, with a busy one 0.78; 400-100-10 would take 1.08.
    /// </summary>
    public const int CopiedWeightBytes = LargeWeightBytes;

    /// <summary>
    /// Bytes of a panel from which on <c>Vector&lt;T&gt;</c> takes it from a copy, whatever the size of the matrix: three fourths of a first-level
    /// cache of 32 KB, most of which a panel with its rows far apart cannot use. At 256 bits forward with 256 and 64 rows takes 0.90 and
    /// 0.92 of the time for 784-128-10, 0.80 and 0.77 for 400-100-10, 0.96 and 0.88 for 256-256-10, 0.85 and 0.85 for 1000-48-10, 0.81 and 0.88
    /// for 2000-32-10; 200-200-10 and 150-150-10, with smaller panels, would take 1.0 to 1.04.
    /// </summary>
    public const int CopiedPanelBytes = 24 * 1024;

    /// <summary>
    /// Bytes of a row of gradients from which on <c>Vector&lt;T&gt;</c> takes the panels of a block from copies, which the nearest cache
    /// then holds. A step with 256 rows takes 0.92 of the time for 256-256-10, 0.87 in double precision, 0.85 for 784-512-512-10; 784-128-10
    /// in single precision, 512 bytes, takes as long. So do large gradients whose rows are no whole vectors, so that every other load from
    /// them would touch two cache lines: 400-100-10 takes 0.85, 300-100-10 0.84.
    /// </summary>
    public const int CopiedRowBytes = 1024;

    /// <summary>Inputs of a layer from which on either pays.</summary>
    public const int CopiedInner = 32;

    /// <summary>
    /// Rows of a batch from which on a panel of weights is copied: with 16 it takes as long either way. The same for a transposed copy, of
    /// weights with <see cref="DotOutputs"/>: at 256 bits gradients of inputs take 0.85 of the time of dot products with 256 rows for 512 → 512,
    /// 0.88 with 64, 0.92 with 32, as long with 16.
    /// </summary>
    public const int CopiedRows = 32;

    /// <summary>
    /// The same for weights that stay in a second-level cache and whose rows are whole vectors: with 32 rows 512-64-10 would take 1.08 of the
    /// time, 784-128-10 as long.
    /// </summary>
    public const int CopiedWholeRows = 64;

    /// <summary>
    /// Inputs of a layer from which on a tile with <c>Vector&lt;T&gt;</c> asks for the inputs of the next: rows are then so far apart that each is a
    /// new page after few cache lines, and no prefetcher of the processor follows. At 256 bits and 256 rows the gradient of 784 → 512 takes
    /// 0.93 of the time, of 784 → 128 0.98, forward of 784 → 128 0.97; a step of 64-128-64-10 would take 1.03.
    /// </summary>
    public const int AheadInner = 256;

    /// <summary>Rows of a copied panel of gradients that are summed together, and stay in the nearest cache beside the inputs.</summary>
    public const int CopiedGradientRows = 128;

    /// <summary>
    /// Rows of a batch that a loop over a large gradient takes at a time with <c>Vector&lt;T&gt;</c>: the processor then foresees the end of the
    /// loop, as a block has so few turns of it. At 256 bits a step with 256 rows takes 0.96 of the time for 784-128-10, 0.97 for 512-64-10;
    /// with two rows half of it is lost. Copied panels, summed over fewer rows, take as long, and so does forward, whose loops are longer.
    /// </summary>
    public const int GradientRows = 4;

    /// <summary>Up to this many multiply-adds of vectors a sum is written out; a loop with 8 chains is as fast in less text.</summary>
    public const int UnrollLimit = 24;

    /// <summary>
    /// Layers of a network up to which inputs are broadcast in pairs: the types that it takes cost the runtime 1 to 1.5 ms of the first
    /// call, which may take 10 for 16-64-64-32-16-4.
    /// </summary>
    public const int InputPairLayers = 3;

    /// <summary>
    /// Bytes of all weights of a network from which on a step of a single row goes over them back and forth, and finds what the last pass
    /// left in the caches: 100-100-10 takes 0.80 of the time, 200-200-10 0.83, 64-128-64-10 and 400-25-10 0.96, 784-128-10 0.98.
    /// Below, one step overlaps the next where both go the same way; weights that leave the second-level cache are read ahead better in
    /// their order (784-512-512-10 would take 1.0 to 1.1).
    /// </summary>
    public const int ReversedBytes = 32 * 1024;

    /// <summary>The same for a layer: smaller ones stay in the nearest cache meanwhile.</summary>
    public const int ReversedLayerBytes = 8 * 1024;

    /// <summary>
    /// Vectors in a row of weights up to which a single row broadcasts its inputs in pairs: each multiply-add loads a
    /// vector of weights, as many as a processor loads, and a broadcast from memory is one more. 20-48-32-6 takes 0.93 of the time, 400-25-10
    /// 0.94, 16-32-16-4 and 8-64-64-2 0.98, 64-128-64-10 0.99; at 256 bits 8-64-64-2 0.91.
    /// </summary>
    public const int InputPairVectors = 8;

    /// <summary>
    /// Terms that a sum has at least where a row is summed in several. Steps that follow each other wait for each sum: 2-4-3-1 takes 43.9 ns
    /// instead of 45.3 with 4 terms, forward 11.6 instead of 12.1.
    /// </summary>
    public const int ChainTerms = 2;

    /// <summary>The same for packed rows that are written out, where calls overlap and their lanes are summed in the end anyway.</summary>
    public const int PackedTerms = 4;

    /// <summary>
    /// Columns up to which rows of a narrow weight matrix share vectors where four and more fit. A batch of 64 rows at 512 bits takes
    /// 0.24 of the time for 64 → 2, 0.41 for 64 → 3 and 64 → 4; a gradient 0.3 to 0.4. For 64 → 8, two rows in a vector, it is 0.91.
    /// </summary>
    public const int PackedColumns = 4;

    /// <summary>Vectors of packed rows from which on that pays in a batch.</summary>
    public const int PackedVectors = 4;

    /// <summary>
    /// Rows of a narrow weight matrix from which on they share vectors for a single row of inputs. At 512 bits 64 → 2 takes 7 ns
    /// instead of 22, a step 30 instead of 50. With 16 rows calls that follow each other gain, but the result of one comes later.
    /// </summary>
    public const int PackedSingleRows = 32;

    /// <summary>The same where a vector holds two rows only: 64 → 8 takes 14 ns instead of 21, 32 → 8 later results.</summary>
    public const int PackedPairRows = 64;

    /// <summary>
    /// Up to a fourth of a vector the columns behind the last whole one are computed along the inputs, by dot products with copies of
    /// them, instead of in a vector that is all but empty. Forward with 32 and 256 rows takes 0.80 and 0.79 of the time for 100 → 50,
    /// 0.83 and 0.78 for 64 → 20, 0.69 and 0.66 for 48 → 18; with 8 rows 0.88, 1.11 and 0.85. In double precision 400 → 25 takes 0.81,
    /// and 0.76 at 256 bits in either.
    /// </summary>
    public const int RestColumns = 4;

    /// <summary>Inputs per such column from which on that pays: 50 → 35 takes 0.98 and 0.95.</summary>
    public const int RestInner = 16;

    /// <summary>The same for products with <c>Vector&lt;T&gt;</c>: at 256 bits 48 → 18 would take 1.14 of the time with 8 rows, 0.91 with 256.</summary>
    public const int PortableRestInner = 32;

    /// <summary>Whole vectors from which on it takes more inputs in proportion: 64 → 100 would take as long either way.</summary>
    public const int RestVectors = 4;

    /// <summary>Vectors of a gradient with packed rows that are summed over a block of rows together.</summary>
    public const int PackedGradientVectors = 8;

    /// <summary>
    /// Up to this many vectors an activation of many instructions is applied in registers. Each copy takes the JIT 0.8 ms; a call that
    /// all layers share takes 3 ns.
    /// </summary>
    public const int FusedActivationVectors = 1;

    /// <summary>
    /// Up to this many layers of at most a vector have their activation applied in registers, where one with twice the instructions
    /// of tanh counts twice: the JIT inlines nothing more into a method of 512 variables. At 256 bits 8 layers of 16 with sigmoid would take 1,960 ns, and take
    /// 290 with calls; 4 take 0.88 of the time of calls, at 512 bits 0.66.
    /// </summary>
    public const int FusedActivations = 4;

    /// <summary>
    /// Layers with an activation of many instructions up to which short ones have it in registers although longer ones have a loop
    /// for it. Each copy takes the JIT 1 to 2 ms, of the 10 that the first call of 16-64-64-32-16-4 may take; the call takes 3 ns.
    /// </summary>
    public const int FusedBesideLoop = 3;

    /// <summary>Sums of a tile up to which a derivative is applied to each in its register: more copies of it take the JIT milliseconds.</summary>
    public const int FusedDerivativeSums = 12;

    /// <summary>
    /// Lanes of a vector up to which it holds a row of values between two layers of a single row, instead of memory: a shuffle per value
    /// takes less than a store and a load of it one behind the other. 2-4-3-1 takes 9.6 ns instead of 10.8, 1-8-8-1 18.8 instead
    /// of 20.4.
    /// </summary>
    public const int HeldLanes = 8;

    /// <summary>
    /// Rows of weights, of at most so many lanes, of a network whose step of a single row is one method with all values in vectors. 2-4-3-1 takes
    /// 47 ns instead of 61.
    /// </summary>
    public const int HeldWeightRows = 24;

    /// <summary>Weights up to which all layers of a single row are one method: a call and its frame cost about 2 ns.</summary>
    public const int FusedWeights = 8192;

    /// <summary>Weights up to which a single row is part of the member itself, which saves 2-4-3-1 a tenth of its 14 ns.</summary>
    public const int InlineWeights = 32;

    /// <summary>Steps of a method at most, which take up to 7,000 bytes of IL and 130 variables: the JIT optimises none beyond 60,000 bytes or 512 variables.</summary>
    public const int StepsPerMethod = 128;

    /// <summary>Layers up to which a single row is one method, which stays far from the size that the JIT optimises.</summary>
    public const int FusedLayers = 8;

    /// <summary>Rows that are walked together at most, so that what a layer writes is still in the first-level cache.</summary>
    public const int MaximumBlockRows = 64;

    /// <summary>
    /// Rows that are walked together at most where each block adds to a large gradient or reads large weights. A step with 256 rows
    /// against blocks of 64, the caches cold: 784-512-512-10 takes 0.87 of the time in single precision and 0.80 in double,
    /// 784-128-10 0.93 and 0.90, 64-128-64-10 0.96 and 1.0. With 128 rows most of it is lost. Forward of 784-512-512-10 takes 0.79 and
    /// 0.87, at 256 bits 0.78 and 0.9; 784-128-10 takes as long.
    /// </summary>
    public const int LargeBlockRows = 256;

    /// <summary>Weights from which on a gradient is large: the first-level cache does not hold it beside the rows.</summary>
    public const int LargeGradient = 8192;

    /// <summary>Bytes of all weights of a network from which on they leave a second-level cache of 1 MB between two blocks.</summary>
    public const int LargeWeightBytes = 1_000_000;

    /// <summary>
    /// Bytes of a row of a large gradient up to which its tiles go along the row first: a block of gradients of so many outputs is
    /// in the second-level cache, from which it is read once per tile of inputs. A step with 256 rows, the caches cold, takes 0.97
    /// of the time for 784-512-512-10 and 0.95 for 784-128-10 in double precision; 784-512-512-10 in double precision takes 1.08.
    /// </summary>
    public const int InnerFirstBytes = 2048;

    /// <summary>
    /// Bytes of the values of a block at most, unless 8 rows need more: half of a second-level cache of 1 MB. Where blocks add to
    /// a large gradient or read large weights, the size of these, if that is more.
    /// </summary>
    public const int ScratchBytes = 512 * 1024;

    /// <summary>Elements of scratch for a single row that are taken from the stack; more comes from a buffer that the thread keeps.</summary>
    public const int StackElements = 256;

    /// <summary>
    /// The smallest piece of the stack that is taken for scratch; the only one whose start is not moved to a cache line, as its
    /// vectors are short.
    /// </summary>
    public const int SmallestStack = 8;

    /// <summary>
    /// Weights up to which batches are computed with one sample per lane. At 512 bits and 256 rows, forward and step against
    /// blocks of rows: 2-8-2 (32 weights) 3.6 and 3.9 times as fast, 2-8-8-2 (96) 2.3 and 2.4, 5-5-5-5-5 (100) 1.4 and 1.8,
    /// 8-8-8 (128) 1.1 and 1.3, 16-8 (128) 0.8 and 1.0, 10-10-10 (200) 0.9 and 1.1.
    /// </summary>
    public const int LaneWeights = 100;

    /// <summary>Layers up to which batches are computed with one sample per lane: each has kernels of its own for it.</summary>
    public const int LaneLayers = 4;

    /// <summary>The longest row that is computed with one sample per lane: longer ones fill vectors by themselves.</summary>
    public const int LaneSize = 16;

    /// <summary>
    /// Weights up to which a layer with one sample per lane is written out. 8 → 8 as a loop over its outputs takes 1% longer
    /// and an eighth of the text.
    /// </summary>
    public const int LaneUnrolledWeights = 24;

    /// <summary>
    /// Weights of layers that are computed together in registers, which makes forward of 2-4-3-1 5% faster than layer by
    /// layer; few enough that the JIT inlines every operation.
    /// </summary>
    public const int LaneChainWeights = 48;

    /// <summary>
    /// Columns of inputs and outputs up to which Forward with one sample per lane turns rows in registers, instead of calls that
    /// turn them in memory: 2-4-3-1 takes 0.63 of the time with 16 rows, 0.75 with 32, 0.9 with 256.
    /// </summary>
    public const int LaneColumns = 4;

    /// <summary>
    /// Sums of parameter gradients a pass where one pass does not hold them all: twice as many as hide the latency of the
    /// multiply-add.
    /// </summary>
    public const int LaneSums = 16;

    /// <summary>Parameters up to which the gradients of a layer are summed in one pass: with the operands they fill the 32 registers.</summary>
    public const int LaneSinglePassSums = 20;

    /// <summary>Rows of a block with one sample per lane at most: with 64 a step takes a quarter longer, with 128 an eighth.</summary>
    public const int LaneBlockRows = 256;

    /// <summary>Bytes of scratch of a block with one sample per lane, where that is not too little for a whole one.</summary>
    public const int LaneBlockBytes = 64 * 1024;
}
