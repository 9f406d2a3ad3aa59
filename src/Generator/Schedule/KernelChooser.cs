using NetGen.Generator.Graph;
using NetGen.Generator.Model;

namespace NetGen.Generator.Schedule;

/// <summary>Chooses the kernels of a dense op: their form, the cut of their rows, and what is unrolled.</summary>
/// <remarks>The programs of a network share most of their kernels, so that what was chosen once is remembered.</remarks>
internal sealed class KernelChooser(Precision precision)
{
    private readonly Dictionary<(MatMulForm Form, int Layer, ActivationSpec? Activation, bool IsSingle, bool Variant), MatMulKernel?> _chosen = [];

    /// <summary>The elements of the widest vector.</summary>
    public int WidestLanes => Target.Of(VectorFamily.Wide, precision).WidestFixedLanes;

    /// <summary>The elements of the widest vectors that cover so many columns.</summary>
    public int InWholeVectors(int columns) => (columns + WidestLanes - 1) / WidestLanes * WidestLanes;

    /// <summary>z = x·W + b, with <paramref name="epilogue"/> applied before z is stored.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="epilogue">The activation, or null.</param>
    /// <param name="isSingle">Whether it is for a single row.</param>
    /// <param name="isPadded">Whether whole vectors may be stored at the end of a row.</param>
    /// <param name="isRowWise">Whether the activation couples the outputs of a row.</param>
    /// <param name="isWalked">Whether whole vectors of the stored row are read next.</param>
    public MatMulKernel Forward(DenseLayer layer, ActivationSpec? epilogue, bool isSingle, bool isPadded, bool isRowWise, bool isWalked) => Once(
        (MatMulForm.Product, layer.Index, epilogue, isSingle, isPadded),
        () => ChooseForward(layer, epilogue, isSingle, isPadded, isWalked ? RowEnd.ReachesPastWhole : RowEnd.ReachesPast) with { IsEpilogueRowWise = isRowWise })!;

    private MatMulKernel ChooseForward(DenseLayer layer, ActivationSpec? epilogue, bool isSingle, bool isPadded, RowEnd end)
    {
        string bias = layer.HasBiases ? $" + b{layer.Index}" : "";
        string product = $"x[{Rows(isSingle)}, {layer.Inputs}] · W{layer.Index}{bias}";
        string formula = epilogue is null
            ? $"z{layer.Index}[{Rows(isSingle)}, {layer.Outputs}] = {product}"
            : $"a{layer.Index}[{Rows(isSingle)}, {layer.Outputs}] = {epilogue.Name}({product})";
        string name = $"Dense{layer.Index}{epilogue?.Name}";
        return layer.Outputs == 1
            ? Dot(name, formula, new MatMulShape(MatMulForm.ProductTransposed, 1, layer.Inputs, true), layer.HasBiases, epilogue, false)
            : Product(name, formula, new MatMulShape(MatMulForm.Product, layer.Inputs, layer.Outputs, false), layer.HasBiases, epilogue, isSingle, isPadded, end);
    }

    /// <summary>
    /// dx = dz·Wᵀ, times the derivative of the activation before from its outputs a. In large tiles the derivative would be
    /// written out once per sum, which takes the JIT longer than a pass over a block in the nearest cache ever takes.
    /// </summary>
    public MatMulKernel? InputGradientWithDerivative(DenseLayer layer, ActivationSpec activation) =>
        Once((MatMulForm.ProductTransposed, layer.Index, activation, false, true), () => ChooseInputGradientWithDerivative(layer, activation));

    private MatMulKernel? ChooseInputGradientWithDerivative(DenseLayer layer, ActivationSpec activation)
    {
        MatMulKernel kernel = InputGradient(layer, isSingle: false, isPacked: true);
        int sums = Math.Max(kernel.Wide.Sums, kernel.Portable.Sums);
        return sums > Tuning.FusedDerivativeSums
            ? null
            : kernel with { Name = kernel.Name + activation.Name, Formula = $"{kernel.Formula} ⊙ {activation.Name}′(a)", Derivative = activation };
    }

    /// <summary>dx = dz·Wᵀ, from a transposed copy of W where <paramref name="isPacked"/>.</summary>
    public MatMulKernel InputGradient(DenseLayer layer, bool isSingle, bool isPacked) =>
        Once((MatMulForm.ProductTransposed, layer.Index, null, isSingle, isPacked), () => ChooseInputGradient(layer, isSingle, isPacked))!;

    private MatMulKernel ChooseInputGradient(DenseLayer layer, bool isSingle, bool isPacked)
    {
        string formula = $"dx[{Rows(isSingle)}, {layer.Inputs}] = dz{layer.Index}[{Rows(isSingle)}, {layer.Outputs}] · W{layer.Index}ᵀ";
        string name = $"Dense{layer.Index}InputGradient";
        if (layer.Outputs == 1)
        {
            return Product(name, formula, new MatMulShape(MatMulForm.Product, 1, layer.Inputs, true), false, null, isSingle, false);
        }

        return isPacked
            ? Product(name + "Packed", formula, new MatMulShape(MatMulForm.Product, layer.Outputs, layer.Inputs, false), false, null, false, false)
            : Dot(Name(name, isSingle), formula, new MatMulShape(MatMulForm.ProductTransposed, layer.Inputs, layer.Outputs, false), false, null, isSingle);
    }

    /// <summary>dW += xᵀ·dz, db += Σ dz.</summary>
    public MatMulKernel ParameterGradient(DenseLayer layer, bool isSingle) =>
        Once((MatMulForm.OuterSum, layer.Index, null, isSingle, false), () => ChooseParameterGradient(layer, isSingle))!;

    private MatMulKernel ChooseParameterGradient(DenseLayer layer, bool isSingle)
    {
        MatMulShape shape = layer.Outputs == 1
            ? new MatMulShape(MatMulForm.OuterSum, 1, layer.Inputs, true)
            : new MatMulShape(MatMulForm.OuterSum, layer.Inputs, layer.Outputs, false);
        string bias = layer.HasBiases ? $", db{layer.Index} += Σ dz{layer.Index}" : "";
        string formula = $"dW{layer.Index}[{layer.Inputs}, {layer.Outputs}] += x[{Rows(isSingle)}, {layer.Inputs}]ᵀ · dz{layer.Index}[{Rows(isSingle)}, {layer.Outputs}]{bias}";
        string why = isSingle
            ? $"{Vectors(shape)}, each weight is touched once"
            : $"{Vectors(shape)}, sums over a block of rows stay in registers";
        return new MatMulKernel(
            Name($"Dense{layer.Index}ParameterGradient", isSingle),
            formula,
            shape,
            layer.HasBiases,
            null,
            null,
            isSingle ? KernelRows.Single : KernelRows.Any,
            false,
            OuterSum(VectorFamily.Wide, shape, isSingle),
            OuterSum(VectorFamily.Portable, shape, isSingle),
            Swapped(shape, why));
    }

    /// <summary>
    /// dx = dz·Wᵀ, then W += xᵀ·dz, b += dz for a single row. x are the outputs of the activation before, from which its
    /// derivative is applied to dx where it is given.
    /// </summary>
    public MatMulKernel Step(DenseLayer layer, ActivationSpec? derivative)
    {
        MatMulShape shape = layer.Outputs == 1
            ? new MatMulShape(MatMulForm.Step, 1, layer.Inputs, true)
            : new MatMulShape(MatMulForm.Step, layer.Inputs, layer.Outputs, false);
        string bias = layer.HasBiases ? $", b{layer.Index} += dz{layer.Index}" : "";
        string times = derivative is null ? "" : $" ⊙ {derivative.Name}′(x)";
        string formula = $"dx[1, {layer.Inputs}] = dz{layer.Index}[1, {layer.Outputs}] · W{layer.Index}ᵀ{times}, then W{layer.Index} += xᵀ · dz{layer.Index}{bias}";
        return new MatMulKernel(
            $"Dense{layer.Index}StepRow{derivative?.Name}",
            formula,
            shape,
            layer.HasBiases,
            null,
            derivative,
            KernelRows.Single,
            false,
            Step(VectorFamily.Wide, shape),
            Step(VectorFamily.Portable, shape),
            Swapped(shape, $"{Vectors(shape)}, each weight is read and written once"));
    }

    private MatMulKernel? Once((MatMulForm, int, ActivationSpec?, bool, bool) key, Func<MatMulKernel?> choose)
    {
        if (!_chosen.TryGetValue(key, out MatMulKernel? kernel))
        {
            _chosen.Add(key, kernel = choose());
        }

        return kernel;
    }

    /// <summary>Whether gradients of the inputs of a batch are computed from a transposed copy of the weights.</summary>
    public static bool IsPacked(DenseLayer layer) => layer.Outputs is > 1 and < Tuning.DotOutputs;

    private MatMulKernel Product(string name, string formula, MatMulShape shape, bool hasBias, ActivationSpec? epilogue, bool isSingle, bool isPadded, RowEnd end = RowEnd.ReachesPast)
    {
        MatMulTiling wide = Product(VectorFamily.Wide, shape, isSingle, end);
        string why = isSingle
            ? $"{Vectors(shape)}, {HowSummed(wide)}"
            : $"{Vectors(shape)}, tiles of {wide.Tile} rows × {wide.Plan.PanelVectors} vectors stay in registers";
        return new MatMulKernel(
            Name(name, isSingle),
            formula,
            shape,
            hasBias,
            epilogue,
            null,
            isSingle ? KernelRows.Single : KernelRows.Tiles,
            isPadded,
            wide,
            Product(VectorFamily.Portable, shape, isSingle, end),
            Swapped(shape, why));
    }

    private MatMulKernel Dot(string name, string formula, MatMulShape shape, bool hasBias, ActivationSpec? epilogue, bool isSingle)
    {
        MatMulTiling wide = Dot(VectorFamily.Wide, shape, isSingle);
        MatMulTiling portable = Dot(VectorFamily.Portable, shape, isSingle);
        string tile = wide switch
        {
            { Rows: 1, Tile: 1 } => "",
            { Rows: 1 } => $", {wide.Tile} results at a time",
            _ => $", tiles of {wide.Rows} rows × {wide.Tile} results stay in registers",
        };
        bool isTiled = Math.Max(wide.Rows, portable.Rows) > 1;
        return new MatMulKernel(
            name,
            formula,
            shape,
            hasBias,
            epilogue,
            null,
            isSingle ? KernelRows.Single : isTiled ? KernelRows.Tiles : KernelRows.Any,
            false,
            wide,
            portable,
            Swapped(shape, $"{Vectors(shape)}, a dot product per result{tile}"));
    }

    private MatMulTiling Product(VectorFamily family, MatMulShape shape, bool isSingle, RowEnd end)
    {
        Target target = Target.Of(family, precision);
        int limit = !isSingle ? Tuning.TileVectors : family == VectorFamily.Wide ? RowVectors(target, shape.Columns) : Tuning.PortableRowVectors;
        ColumnPlan plan = ColumnPlan.Cut(target, shape.Columns, limit, end);
        bool isUnrolled = isSingle ? shape.Inner * VectorCount(target, shape.Columns) <= Tuning.UnrollLimit : shape.Inner == 1;
        return isSingle
            ? new MatMulTiling(family, plan, 1, Chains(shape.Inner, plan.PanelVectors, isUnrolled), isUnrolled) { Streams = IsStreamed(target, shape) ? Tuning.Streams : 0 }
            : new MatMulTiling(family, plan, TileRows(family, shape, plan), 1, isUnrolled);
    }

    private MatMulTiling Dot(VectorFamily family, MatMulShape shape, bool isSingle)
    {
        int tile = Math.Min(shape.Inner, Tuning.DotTileRows);
        if (isSingle && ColumnPlan.InRegisters(Target.Of(family, precision), shape.Columns, Tuning.RowVectors) is { } registers)
        {
            return new MatMulTiling(family, registers, tile, 1, true);
        }

        int vectors = shape.Inner == 1 ? Tuning.PortableRowVectors : 1;
        ColumnPlan plan = ColumnPlan.Cut(Target.Of(family, precision), shape.Columns, vectors, RowEnd.Overlaps);
        MatMulTiling tiling = new(family, plan, tile, 1, false);
        return !isSingle && plan.IsUniform && tile == Tuning.DotTileRows ? Batched(tiling, shape) : tiling;
    }

    /// <summary>The tile of dot products for a batch, which is as large as the registers allow.</summary>
    private static MatMulTiling Batched(MatMulTiling tiling, MatMulShape shape)
    {
        bool isLarge = tiling.Family == VectorFamily.Wide && shape.Inner >= Tuning.WideDotTileRows;
        return tiling with { Tile = isLarge ? Tuning.WideDotTileRows : Tuning.DotTileRows, Rows = Tuning.DotBatchRows };
    }

    private MatMulTiling OuterSum(VectorFamily family, MatMulShape shape, bool isSingle)
    {
        Target target = Target.Of(family, precision);
        if (isSingle)
        {
            int limit = target.UsesVectorT(shape.Columns) ? 1 : RowVectors(target, shape.Columns);
            return new MatMulTiling(family, ColumnPlan.Cut(target, shape.Columns, limit, RowEnd.Falls), 1, 1, false);
        }

        RowEnd end = shape.IsSwapped ? RowEnd.Overlaps : RowEnd.ReachesPast;
        ColumnPlan plan = ColumnPlan.Cut(target, shape.Columns, Tuning.TileVectors, end);
        bool isInnerFirst = !shape.IsSwapped && shape.Inner * shape.Columns >= Tuning.LargeGradient && shape.Columns * target.ElementBytes <= Tuning.InnerFirstBytes;
        return new MatMulTiling(family, plan, Math.Min(shape.Inner, TileRows(family, shape, plan)), 1, false) { IsInnerFirst = isInnerFirst };
    }

    /// <summary>In registers as long as the gradients of the row and four rows of weights fit.</summary>
    private MatMulTiling Step(VectorFamily family, MatMulShape shape)
    {
        Target target = Target.Of(family, precision);
        ColumnPlan plan = ColumnPlan.Cut(target, shape.Columns, shape.IsSwapped ? Tuning.RowVectors : Tuning.StepVectors, RowEnd.Falls);
        bool isInRegisters = !plan.UsesVectorT && plan.Segments().Count <= Tuning.RowVectors;
        bool isTiled = isInRegisters && plan.Segments().Count <= Tuning.StepVectors && shape.Inner >= Tuning.DotTileRows && plan.Segments()[0].Lanes > 1;
        return new MatMulTiling(family, plan, isTiled ? Tuning.DotTileRows : 1, 1, isInRegisters);
    }

    private static int TileRows(VectorFamily family, MatMulShape shape, ColumnPlan plan)
    {
        bool isLarge = family == VectorFamily.Wide && shape.Inner * shape.Columns >= Tuning.LargeWeights;
        return plan.PanelVectors == 1 ? Tuning.NarrowTileRows : isLarge ? Tuning.LargeTileRows : Tuning.SmallTileRows;
    }

    /// <summary>The most vectors of a single row that are computed together.</summary>
    private static int RowVectors(Target target, int columns) =>
        columns > Tuning.RowVectors * target.WidestFixedLanes ? Tuning.LongRowVectors : Tuning.RowVectors;

    /// <summary>Sums that are kept apart; where they are written out, calls overlap and fewer shorten the whole enough.</summary>
    private static int Chains(int inner, int vectors, bool isUnrolled)
    {
        int wanted = Math.Max(1, Tuning.RowVectors / vectors);
        int terms = isUnrolled ? 4 : 2;
        while (wanted > 1 && inner < terms * wanted)
        {
            wanted /= 2;
        }

        return wanted;
    }

    private static string HowSummed(MatMulTiling tiling) => tiling switch
    {
        { Streams: > 0 } => $"{tiling.Streams} rows of weights at a time, each in its order",
        { IsUnrolled: true } => "written out",
        _ => $"{tiling.Chains * tiling.Plan.PanelVectors} sums at once to hide the latency of the multiply-add",
    };

    /// <summary>Whether the rows of the weights are long, and whole vectors at every width.</summary>
    private static bool IsStreamed(Target target, MatMulShape shape) =>
        shape.Columns * target.ElementBytes >= (target.Family == VectorFamily.Wide ? Tuning.WideStreamBytes : Tuning.PortableStreamBytes)
        && shape.Columns * target.ElementBytes % 64 == 0
        && shape.Inner >= 4 * Tuning.Streams;

    private static int VectorCount(Target target, int columns) => target.UsesVectorT(columns)
        ? (columns + target.NarrowestLanes - 1) / target.NarrowestLanes
        : ColumnPlan.Segments(target, columns, 0, RowEnd.ReachesPast).Count;

    private static string Name(string name, bool isSingle) => isSingle ? name + "Row" : name;

    private static string Rows(bool isSingle) => isSingle ? "1" : "rows";

    private string Vectors(MatMulShape shape) => $"{shape.Columns} columns in vectors of up to {Target.Of(VectorFamily.Wide, precision).WidestFixedLanes}";

    private static string Swapped(MatMulShape shape, string why) => shape.IsSwapped ? "a single output, so vectors run along the inputs; " + why : why;
}
