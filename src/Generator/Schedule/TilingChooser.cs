using NetGen.Generator.Graph;

namespace NetGen.Generator.Schedule;

/// <summary>Chooses how one version of a kernel is cut: its vectors, its tiles, and what is unrolled.</summary>
/// <param name="precision">The number type.</param>
/// <param name="layers">All layers of the network.</param>
internal sealed class TilingChooser(Precision precision, IReadOnlyList<DenseLayer> layers)
{
    private readonly long _weights = layers.Sum(layer => (long)layer.WeightCount);

    /// <summary>Rows of B scaled and summed.</summary>
    public MatMulTiling Product(VectorFamily family, MatMulShape shape, bool isSingle, RowEnd end)
    {
        Target target = Target.Of(family, precision);
        int limit = !isSingle ? Tuning.TileVectors : family == VectorFamily.Wide ? RowVectors(target, shape.Columns) : Tuning.PortableRowVectors;
        ColumnPlan plan = isSingle ? ColumnPlan.Cut(target, shape.Columns, limit, end) : ColumnPlan.CutTiles(target, shape.Columns, limit, end);
        if ((isSingle ? RowPacking.OfSingle(target, shape) : RowPacking.Of(target, shape)) is { } packing)
        {
            return Packed(family, plan, shape, packing, isSingle);
        }

        int restInner = family == VectorFamily.Wide ? Tuning.RestInner : Tuning.PortableRestInner;
        if (!isSingle && RestColumns(target, shape, restInner) is var rest and > 0)
        {
            ColumnPlan whole = ColumnPlan.CutTiles(target, shape.Columns - rest, limit, end);
            return new MatMulTiling(family, whole, TileRows(family, shape, whole), 1, false) { RestColumns = rest };
        }

        bool isUnrolled = isSingle ? shape.Inner * VectorCount(target, shape.Columns) <= Tuning.UnrollLimit : shape.Inner == 1;
        if (isSingle && Streamed(new MatMulTiling(family, plan, 1, 1, false), target, shape) is { } streamed)
        {
            return streamed;
        }

        return isSingle
            ? new MatMulTiling(family, plan, 1, Chains(shape.Inner, plan.PanelVectors, Tuning.ChainTerms), isUnrolled) { HasInputPairs = !isUnrolled && HasInputPairs(target, shape, plan) }
            : Copied(target, shape, new MatMulTiling(family, plan, TileRows(family, shape, plan), 1, isUnrolled));
    }

    /// <summary>The tiling with panels of weights from copies, where that pays.</summary>
    private static MatMulTiling Copied(Target target, MatMulShape shape, MatMulTiling tiling)
    {
        int panel = CopiedPanel(target, shape, tiling.Plan);
        if (panel == 0)
        {
            return tiling;
        }

        bool isReadWhole = shape.Columns % target.UsualLanes == 0 && !IsLarge(target, shape);
        return tiling with
        {
            CopiedPanel = panel,
            CopiedRows = isReadWhole ? Tuning.CopiedWholeRows : Tuning.CopiedRows,
            IsFetchedAhead = IsFetchedAhead(target, shape),
        };
    }

    private static MatMulTiling Packed(VectorFamily family, ColumnPlan plan, MatMulShape shape, RowPacking packing, bool isSingle)
    {
        int vectors = shape.Inner / packing.Rows;
        bool isUnrolled = isSingle && vectors <= Tuning.UnrollLimit;
        return new MatMulTiling(family, plan, isSingle ? 1 : Tuning.NarrowTileRows, isSingle ? Chains(vectors, 1, isUnrolled ? Tuning.PackedTerms : Tuning.ChainTerms) : 1, isUnrolled) { Packing = packing };
    }

    /// <summary>A dot product per result.</summary>
    public MatMulTiling Dot(VectorFamily family, MatMulShape shape, bool isSingle)
    {
        int tile = Math.Min(shape.Inner, Tuning.DotTileRows);
        if (isSingle && ColumnPlan.InRegisters(Target.Of(family, precision), shape.Columns, Tuning.RowVectors) is { } registers)
        {
            RowPacking? packing = RowPacking.OfPass(Target.Of(family, precision), shape);
            return new MatMulTiling(family, registers, packing?.Rows ?? tile, 1, true) { Packing = packing };
        }

        int vectors = shape.Inner == 1 ? Tuning.PortableRowVectors : 1;
        ColumnPlan plan = ColumnPlan.Cut(Target.Of(family, precision), shape.Columns, vectors, RowEnd.Overlaps);
        MatMulTiling tiling = new(family, plan, tile, 1, false);
        return !isSingle && plan.IsUniform && tile == Tuning.DotTileRows ? Batched(tiling, shape) with { AsProduct = AsProduct(family, shape) } : tiling;
    }

    /// <summary>The product that computes the same from transposed copies of panels, where that pays, or null.</summary>
    private MatMulTiling? AsProduct(VectorFamily family, MatMulShape shape)
    {
        Target target = Target.Of(family, precision);
        MatMulShape product = shape.AsProduct;
        if (!target.UsesVectorT(product.Columns) || shape.IsSwapped || product.Inner < Tuning.DotOutputs)
        {
            return null;
        }

        ColumnPlan plan = ColumnPlan.CutTiles(target, product.Columns, Tuning.TileVectors, RowEnd.Overlaps);
        return new MatMulTiling(family, plan, TileRows(family, product, plan), 1, false)
        {
            CopiedPanel = plan.PanelVectors * target.UsualLanes,
            CopiedRows = Tuning.CopiedRows,
            IsFetchedAhead = IsFetchedAhead(target, product),
            IsTransposed = true,
        };
    }

    /// <summary>The tile of dot products for a batch, which is as large as the registers allow.</summary>
    private static MatMulTiling Batched(MatMulTiling tiling, MatMulShape shape)
    {
        bool isLarge = tiling.Family == VectorFamily.Wide && shape.Inner >= Tuning.WideDotTileRows;
        return tiling with { Tile = isLarge ? Tuning.WideDotTileRows : Tuning.DotTileRows, Rows = Tuning.DotBatchRows };
    }

    /// <summary>A sum of outer products.</summary>
    public MatMulTiling OuterSum(VectorFamily family, MatMulShape shape, bool isSingle)
    {
        Target target = Target.Of(family, precision);
        if (isSingle)
        {
            bool isPortable = target.UsesVectorT(shape.Columns);
            bool isLong = !isPortable && !shape.IsSwapped && shape.Columns > Tuning.LongRowVectors * target.WidestFixedLanes;
            ColumnPlan row = isLong
                ? ColumnPlan.CutLong(target, shape.Columns, Tuning.LongRowHeld, Tuning.LongRowOthers)
                : ColumnPlan.Cut(target, shape.Columns, isPortable ? 1 : RowVectors(target, shape.Columns), RowEnd.Falls);
            return new MatMulTiling(family, row, 1, 1, false) { IsInOrder = isLong, Packing = RowPacking.OfPass(target, shape), IsReversed = IsReversed(target, shape), HeldVectors = HeldVectors(target, shape), Run = RowRun.OfPass(target, shape) };
        }

        RowEnd end = shape.IsSwapped ? RowEnd.Overlaps : RowEnd.ReachesPast;
        int rest = RestColumns(target, shape, Tuning.RestInner);
        ColumnPlan plan = ColumnPlan.CutTiles(target, shape.Columns - rest, Tuning.TileVectors, end);
        int copied = rest > 0 ? 0 : CopiedPanel(target, shape, plan);
        bool isInnerFirst = copied == 0 && !shape.IsSwapped && shape.Inner * shape.Columns >= Tuning.LargeGradient && shape.Columns * target.ElementBytes <= Tuning.InnerFirstBytes;
        bool isFetchedAhead = IsFetchedAhead(target, shape);
        RowPacking? packing = RowPacking.Of(target, shape);
        return new MatMulTiling(family, plan, Math.Min(shape.Inner, TileRows(family, shape, plan)), 1, false)
        {
            IsInnerFirst = isInnerFirst && packing is null,
            Packing = packing,
            RestColumns = rest,
            CopiedPanel = copied,
            IsFetchedAhead = isFetchedAhead,
            AreWeightsFetchedAhead = copied > 0 && IsLarge(target, shape),
            LoopRows = isFetchedAhead && copied == 0 ? Tuning.GradientRows : 1,
        };
    }

    /// <summary>In registers as long as the gradients of the row and four rows of weights fit.</summary>
    public MatMulTiling Step(VectorFamily family, MatMulShape shape)
    {
        Target target = Target.Of(family, precision);
        ColumnPlan plan = ColumnPlan.Cut(target, shape.Columns, shape.IsSwapped ? Tuning.RowVectors : Tuning.StepVectors, RowEnd.Falls);
        bool isInRegisters = !plan.UsesVectorT && plan.Segments().Count <= Tuning.RowVectors;
        bool isLong = !isInRegisters && !plan.UsesVectorT && !shape.IsSwapped;
        if (isLong)
        {
            plan = ColumnPlan.CutLong(target, shape.Columns, Tuning.LongRowHeld - Tuning.StepVectors, Tuning.LongRowOthers);
        }

        bool isTiled = isInRegisters && shape.Inner >= Tuning.DotTileRows && plan.Segments()[0].Lanes > 1;
        return new MatMulTiling(family, plan, isTiled ? Tuning.DotTileRows : 1, 1, isInRegisters) { IsInOrder = isLong, Packing = RowPacking.OfPass(target, shape), IsReversed = IsReversed(target, shape), HeldVectors = HeldVectors(target, shape) };
    }

    /// <summary>Whether a pass over the weights starts at those that the last one left in the nearest cache.</summary>
    private bool IsReversed(Target target, MatMulShape shape) =>
        _weights * target.ElementBytes is >= Tuning.ReversedBytes and < Tuning.LargeWeightBytes && !shape.IsSwapped && shape.Inner * shape.Columns * target.ElementBytes >= Tuning.ReversedLayerBytes;

    /// <summary>Vectors of a row that stay in registers of portable code while four rows of weights pass by at a time, or 0.</summary>
    private static int HeldVectors(Target target, MatMulShape shape)
    {
        int vectors = shape.Columns / target.UsualLanes;
        bool pays = target.UsesVectorT(shape.Columns)
            && !shape.IsSwapped
            && shape.Columns % target.UsualLanes == 0
            && vectors <= Tuning.PortableHeldVectors
            && shape.Inner % Tuning.DotTileRows == 0;
        return pays ? vectors : 0;
    }

    /// <summary>The columns behind the last whole vector, where dot products pay for them.</summary>
    private static int RestColumns(Target target, MatMulShape shape, int inner)
    {
        int lanes = target.UsualLanes;
        int vectors = shape.Columns / lanes;
        int rest = shape.Columns % lanes;
        bool isWalked = target.Family == VectorFamily.Wide ? vectors > 0 : target.UsesVectorT(shape.Columns - rest);
        bool pays = isWalked
            && !shape.IsSwapped
            && rest * Tuning.RestColumns <= lanes
            && shape.Inner >= inner * rest * Math.Max(Tuning.RestVectors, vectors) / Tuning.RestVectors;
        return pays ? rest : 0;
    }

    /// <summary>Elements of a row of a panel of B, where a copy of each pays, or 0.</summary>
    private static int CopiedPanel(Target target, MatMulShape shape, ColumnPlan plan)
    {
        int panel = plan.PanelVectors * target.UsualLanes;
        bool isScattered = IsLarge(target, shape) || (shape.Form == MatMulForm.OuterSum ? AreGradientsScattered(target, shape) : ArePanelsScattered(target, shape, panel));
        bool pays = isScattered
            && target.UsesVectorT(shape.Columns)
            && !shape.IsSwapped
            && plan.PanelVectors > 1
            && shape.Inner >= Tuning.CopiedInner;
        return pays ? panel : 0;
    }

    /// <summary>Whether the weights leave a second-level cache between two tiles of rows.</summary>
    private static bool IsLarge(Target target, MatMulShape shape) => (long)shape.Inner * shape.Columns * target.ElementBytes >= Tuning.CopiedWeightBytes;

    private static bool ArePanelsScattered(Target target, MatMulShape shape, int panel) =>
        shape.Columns > panel && shape.Inner * panel * target.ElementBytes >= Tuning.CopiedPanelBytes;

    private static bool AreGradientsScattered(Target target, MatMulShape shape) =>
        shape.Columns * target.ElementBytes >= Tuning.CopiedRowBytes
        || (shape.Columns % target.UsualLanes != 0 && shape.Inner * shape.Columns >= Tuning.LargeGradient);

    private static bool IsFetchedAhead(Target target, MatMulShape shape) =>
        target.UsesVectorT(shape.Columns) && shape.Inner >= Tuning.AheadInner && !shape.IsSwapped;

    /// <summary>Whether whole vectors of the longest kind are summed, so few for each input that its broadcast counts.</summary>
    private bool HasInputPairs(Target target, MatMulShape shape, ColumnPlan plan) =>
        target.HasPairs
        && layers.Count <= Tuning.InputPairLayers
        && shape.Inner > 1
        && plan is { IsUniform: true, PanelVectors: <= Tuning.InputPairVectors }
        && (plan.UsesVectorT || plan.Segments()[0].Lanes == Target.LanesOf512(target.ElementBytes));

    private static int TileRows(VectorFamily family, MatMulShape shape, ColumnPlan plan)
    {
        bool isLarge = family == VectorFamily.Wide && shape.Inner * shape.Columns >= Tuning.LargeWeights;
        return plan.PanelVectors == 1 ? Tuning.NarrowTileRows : isLarge ? Tuning.LargeTileRows : Tuning.SmallTileRows;
    }

    /// <summary>The most vectors of a single row that are computed together.</summary>
    private static int RowVectors(Target target, int columns) =>
        columns > Tuning.RowVectors * target.WidestFixedLanes ? Tuning.LongRowVectors : Tuning.RowVectors;

    /// <summary>Sums that are kept apart, each of so many terms at least.</summary>
    private static int Chains(int inner, int vectors, int terms)
    {
        int wanted = Math.Max(1, Tuning.RowVectors / vectors);
        while (wanted > 1 && inner < terms * wanted)
        {
            wanted /= 2;
        }

        return wanted;
    }

    /// <summary>Of a single row, where the rows of the weights are long: how they are read in their order.</summary>
    private static MatMulTiling? Streamed(MatMulTiling tiling, Target target, MatMulShape shape)
    {
        if (shape.Inner < 4 * Tuning.Streams)
        {
            return null;
        }

        if (!tiling.Plan.UsesVectorT && VectorCount(target, shape.Columns) is > Tuning.LongRowVectors and <= Tuning.StreamedVectors)
        {
            return tiling with { Plan = ColumnPlan.CutLong(target, shape.Columns, Tuning.LongRowHeld, Tuning.LongRowOthers), IsInOrder = true };
        }

        bool isWholeVectors = shape.Columns % Target.LanesOf512(target.ElementBytes) == 0;
        return isWholeVectors && shape.Columns * target.ElementBytes >= Tuning.StreamBytes ? tiling with { Streams = Tuning.Streams } : null;
    }

    private static int VectorCount(Target target, int columns) => target.UsesVectorT(columns)
        ? (columns + target.NarrowestLanes - 1) / target.NarrowestLanes
        : ColumnPlan.Segments(target, columns, 0, RowEnd.ReachesPast).Count;
}
