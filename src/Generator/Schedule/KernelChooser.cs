using NetGen.Generator.Graph;
using NetGen.Generator.Model;

namespace NetGen.Generator.Schedule;

/// <summary>Chooses the kernel of a dense op: its form, the cut of its rows, and what is unrolled.</summary>
internal sealed class KernelChooser(Precision precision)
{
    /// <summary>z = x·W + b, with <paramref name="epilogue"/> applied before z is stored.</summary>
    public MatMulKernel Forward(DenseLayer layer, ActivationSpec? epilogue)
    {
        MatMulShape shape = layer.Outputs == 1
            ? new MatMulShape(MatMulForm.ProductTransposed, 1, layer.Inputs, true)
            : new MatMulShape(MatMulForm.Product, layer.Inputs, layer.Outputs, false);
        string bias = layer.HasBiases ? $" + b{layer.Index}" : "";
        string product = $"x[rows, {layer.Inputs}] · W{layer.Index}{bias}";
        string formula = epilogue is null
            ? $"z{layer.Index}[rows, {layer.Outputs}] = {product}"
            : $"a{layer.Index}[rows, {layer.Outputs}] = {epilogue.Name}({product})";
        return Kernel($"Dense{layer.Index}{epilogue?.Name}", formula, shape, layer.HasBiases, epilogue);
    }

    /// <summary>dx = dz·Wᵀ.</summary>
    public MatMulKernel InputGradient(DenseLayer layer)
    {
        MatMulShape shape = layer.Outputs == 1
            ? new MatMulShape(MatMulForm.Product, 1, layer.Inputs, true)
            : new MatMulShape(MatMulForm.ProductTransposed, layer.Inputs, layer.Outputs, false);
        string formula = $"dx[rows, {layer.Inputs}] = dz{layer.Index}[rows, {layer.Outputs}] · W{layer.Index}ᵀ";
        return Kernel($"Dense{layer.Index}InputGradient", formula, shape, false, null);
    }

    /// <summary>dW += xᵀ·dz, db += Σ dz.</summary>
    public MatMulKernel ParameterGradient(DenseLayer layer)
    {
        MatMulShape shape = layer.Outputs == 1
            ? new MatMulShape(MatMulForm.OuterSum, 1, layer.Inputs, true)
            : new MatMulShape(MatMulForm.OuterSum, layer.Inputs, layer.Outputs, false);
        string bias = layer.HasBiases ? $", db{layer.Index} += Σ dz{layer.Index}" : "";
        string formula = $"dW{layer.Index}[{layer.Inputs}, {layer.Outputs}] += x[rows, {layer.Inputs}]ᵀ · dz{layer.Index}[rows, {layer.Outputs}]{bias}";
        return Kernel($"Dense{layer.Index}ParameterGradient", formula, shape, layer.HasBiases, null);
    }

    private MatMulKernel Kernel(string name, string formula, MatMulShape shape, bool hasBias, ActivationSpec? epilogue)
    {
        MatMulTiling wide = Tile(VectorFamily.Wide, shape);
        return new MatMulKernel(name, formula, shape, hasBias, epilogue, wide, Tile(VectorFamily.Portable, shape), Why(shape, wide));
    }

    private MatMulTiling Tile(VectorFamily family, MatMulShape shape)
    {
        Target target = Target.Of(family, precision);
        ColumnPlan row = ColumnPlan.Cut(target, shape.Columns, family == VectorFamily.Wide ? Tuning.RowVectors : Tuning.PortableRowVectors);
        bool isUnrolled = shape.Inner * VectorCount(target, shape.Columns) <= Tuning.UnrollLimit;
        return shape.Form switch
        {
            MatMulForm.Product => new MatMulTiling(family, row, ColumnPlan.Cut(target, shape.Columns, TileVectors(family)), TileRows(target, shape), isUnrolled),
            MatMulForm.OuterSum => OuterSum(target, shape, row, isUnrolled),
            _ => new MatMulTiling(family, ColumnPlan.Cut(target, shape.Columns, DotVectors(shape)), row, Tuning.GradientTileRows, isUnrolled),
        };
    }

    /// <summary>Small layers sum one row of weights at a time, as wide as the sums that the multiply-add needs.</summary>
    private static MatMulTiling OuterSum(Target target, MatMulShape shape, ColumnPlan row, bool isUnrolled)
    {
        bool isSmall = shape.Inner * shape.Columns < Tuning.TiledWeights || shape.Inner < Tuning.GradientTileRows;
        bool isLong = target.Family == VectorFamily.Wide && shape.Inner >= Tuning.WideTileRows && shape.Columns >= Tuning.WideTileVectors * target.WidestFixedLanes;
        int tile = isSmall ? 1 : isLong ? Tuning.WideTileRows : Tuning.GradientTileRows;
        int vectors = isSmall ? Tuning.SmallOuterSumVectors : isLong ? Tuning.WideTileVectors : Tuning.OuterSumVectors;
        return new MatMulTiling(target.Family, row, ColumnPlan.Cut(target, shape.Columns, vectors), tile, isUnrolled);
    }

    /// <summary>Accumulators along a dot product: a tile of several has chains enough without.</summary>
    private static int DotVectors(MatMulShape shape) => shape.Inner == 1 ? Tuning.PortableRowVectors : 1;

    /// <summary>Small layers go row by row; short rows need fewer rows a tile, as their text would grow for nothing.</summary>
    private static int TileRows(Target target, MatMulShape shape)
    {
        if (shape.Inner * shape.Columns < Tuning.TiledWeights)
        {
            return 1;
        }

        bool isLong = shape.Columns >= Tuning.WideTileVectors * target.WidestFixedLanes;
        return target.Family == VectorFamily.Wide && isLong ? Tuning.WideTileRows : Tuning.PortableTileRows;
    }

    private static int TileVectors(VectorFamily family) => family == VectorFamily.Wide ? Tuning.WideTileVectors : Tuning.PortableTileVectors;

    private static int VectorCount(Target target, int columns) => target.UsesVectorT(columns)
        ? (columns + target.NarrowestLanes - 1) / target.NarrowestLanes
        : ColumnPlan.Segments(target, columns, 0).Count;

    private string Why(MatMulShape shape, MatMulTiling wide)
    {
        int lanes = Target.Of(VectorFamily.Wide, precision).WidestFixedLanes;
        string vectors = $"{shape.Columns} columns in vectors of up to {lanes}";
        string swap = shape.IsSwapped ? "a single output, so vectors run along the inputs; " : "";
        string body = shape.Form switch
        {
            MatMulForm.Product when wide.IsUnrolled => $"{vectors}, a single row written out",
            MatMulForm.Product => $"{vectors}, up to {Tuning.RowVectors} sums at once to hide the latency of the multiply-add, {(wide.TileRows > 1 ? $"batches in tiles of {wide.TileRows} rows" : "row by row")}",
            MatMulForm.OuterSum => $"{vectors}, sums over a block of rows stay in registers",
            _ => $"{vectors}, a dot product per result, {Math.Min(shape.Inner, wide.TileRows)} results at a time",
        };
        return swap + body;
    }
}
