using NetGen.Generator.Model;

namespace NetGen.Generator.Schedule;

/// <summary>A kernel to emit.</summary>
/// <param name="Name">The name of its method.</param>
/// <param name="Formula">What it computes, for its doc comment.</param>
/// <param name="Shape">The product.</param>
/// <param name="HasBias">Whether a bias is added (or its gradient summed).</param>
/// <param name="Epilogue">The activation applied before a result is stored, or null.</param>
/// <param name="Derivative">For a gradient of inputs: the activation before them, whose derivative is applied to it, or null.</param>
/// <param name="Rows">How many rows a call computes.</param>
/// <param name="IsPadded">Whether memory of the network's own follows each result, so that whole vectors may be stored.</param>
/// <param name="Wide">The version for 512 bits, or 256 where no row is longer.</param>
/// <param name="Portable">The version for <c>Vector&lt;T&gt;</c>.</param>
/// <param name="Why">Why it is cut this way, in a few words.</param>
internal sealed record MatMulKernel(
    string Name,
    string Formula,
    MatMulShape Shape,
    bool HasBias,
    ActivationSpec? Epilogue,
    ActivationSpec? Derivative,
    KernelRows Rows,
    bool IsPadded,
    MatMulTiling Wide,
    MatMulTiling Portable,
    string Why)
{
    /// <summary>Whether the epilogue couples the outputs of a row: it is applied in registers where one vector holds them.</summary>
    public bool IsEpilogueRowWise { get; init; }

    /// <summary>Whether both versions come out equal: short rows need no vector wider than 128 bits.</summary>
    public bool IsSameAtEveryWidth => Wide with { Family = VectorFamily.Portable } == Portable;

    /// <summary>The vectors that a kernel for a single row stores its result from.</summary>
    public int ResultVectors => Shape.Form == MatMulForm.ProductTransposed ? 1 : Wide.Plan.WrittenVectors;

    /// <summary>Elements of scratch of the kernel's own, for columns that are too few for a vector and the sums of a tile of them.</summary>
    public int Scratch => Math.Max(Wide.RestColumns, Portable.RestColumns) * (Shape.Inner + Tuning.RowMultiple);

    /// <summary>Elements of scratch for the copy of a panel of B, which is as large for few rows as for a whole block.</summary>
    public int PanelScratch => Portable.AsProduct is { } product
        ? product.CopiedPanel * Shape.Columns
        : Math.Max(Wide.CopiedPanel, Portable.CopiedPanel) * (Shape.Form == MatMulForm.OuterSum ? Tuning.LargeBlockRows : Shape.Inner);

    /// <summary>Whether one vector of this version holds the whole result of a row.</summary>
    public static bool IsSingleVector(MatMulTiling tiling) => tiling.Plan.IsUniform && !tiling.Plan.UsesVectorT && tiling.Plan.Segments().Count == 1;

    public MatMulTiling Of(VectorFamily family) => family == VectorFamily.Wide ? Wide : Portable;
}
