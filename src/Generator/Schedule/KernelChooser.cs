using NetGen.Generator.Graph;
using NetGen.Generator.Model;

namespace NetGen.Generator.Schedule;

/// <summary>Chooses the kernels of a dense op: their form, the cut of their rows, and what is unrolled.</summary>
/// <remarks>The programs of a network share most of their kernels, so that what was chosen once is remembered.</remarks>
internal sealed class KernelChooser(Precision precision, IReadOnlyList<DenseLayer> layers)
{
    private readonly TilingChooser _tilings = new(precision, layers);

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
    /// written out once per sum, and behind the last vector once per element, which takes the JIT longer than a pass over a block in
    /// the nearest cache ever takes.
    /// </summary>
    public MatMulKernel? InputGradientWithDerivative(DenseLayer layer, ActivationSpec activation) =>
        Once((MatMulForm.ProductTransposed, layer.Index, activation, false, true), () => ChooseInputGradientWithDerivative(layer, activation));

    private MatMulKernel? ChooseInputGradientWithDerivative(DenseLayer layer, ActivationSpec activation)
    {
        MatMulKernel kernel = InputGradient(layer, isSingle: false, isPacked: true);
        int sums = Math.Max(kernel.Wide.Sums, kernel.Portable.Sums);
        return sums > Tuning.FusedDerivativeSums || kernel.Wide.RestColumns > 0 || kernel.Portable.RestColumns > 0
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
        MatMulTiling wide = _tilings.OuterSum(VectorFamily.Wide, shape, isSingle);
        MatMulTiling portable = _tilings.OuterSum(VectorFamily.Portable, shape, isSingle);
        string why = $"{Vectors(shape, wide)}, {(isSingle ? "each weight is touched once" + Held(wide) + Direction(wide) : "sums over a block of rows stay in registers")}";
        return new MatMulKernel(
            Name($"Dense{layer.Index}ParameterGradient", isSingle),
            formula,
            shape,
            layer.HasBiases,
            null,
            null,
            isSingle ? KernelRows.Single : portable.LoopRows > 1 ? KernelRows.Tiles : KernelRows.Any,
            false,
            wide,
            portable,
            Swapped(shape, why + Copied(portable)));
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
        MatMulTiling wide = _tilings.Step(VectorFamily.Wide, shape);
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
            wide,
            _tilings.Step(VectorFamily.Portable, shape),
            Swapped(shape, $"{Vectors(shape, wide)}, each weight is read and written once{Held(wide)}{Direction(wide)}"));
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
        MatMulTiling wide = _tilings.Product(VectorFamily.Wide, shape, isSingle, end);
        MatMulTiling portable = _tilings.Product(VectorFamily.Portable, shape, isSingle, end);
        string why = isSingle
            ? $"{Vectors(shape, wide)}, {HowSummed(wide)}"
            : $"{Vectors(shape, wide)}, tiles of {wide.Tile} rows × {wide.Plan.PanelVectors} vectors stay in registers";
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
            portable,
            Swapped(shape, why + Copied(portable)));
    }

    private MatMulKernel Dot(string name, string formula, MatMulShape shape, bool hasBias, ActivationSpec? epilogue, bool isSingle)
    {
        MatMulTiling wide = _tilings.Dot(VectorFamily.Wide, shape, isSingle);
        MatMulTiling portable = _tilings.Dot(VectorFamily.Portable, shape, isSingle);
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
            Swapped(shape, $"{Vectors(shape, wide)}, a dot product per result{tile}{AsProduct(portable)}"));
    }

    private static string Held(MatMulTiling tiling) =>
        tiling.IsInOrder ? $", {tiling.Plan.Groups[0].Segments.Count} vectors of the row of gradients in registers" : "";

    private static string Direction(MatMulTiling tiling) => tiling.IsReversed ? ", from the last row, which is still in a cache, to the first" : "";

    private static string Copied(MatMulTiling portable) =>
        portable.CopiedPanel == 0 ? "" : "; without 512-bit vectors panels are copied to stay in the caches";

    private static string AsProduct(MatMulTiling portable) =>
        portable.AsProduct is { } product ? $"; without 512-bit vectors a product with transposed panels from {product.CopiedRows} rows on" : "";

    private static string HowSummed(MatMulTiling tiling) => tiling switch
    {
        { IsInOrder: true } => $"rows of weights one after the other, {tiling.Plan.Groups[0].Segments.Count} vectors of sums in registers",
        { Streams: > 0 } => $"{tiling.Streams} rows of weights at a time, each in its order",
        { IsUnrolled: true } => "written out",
        _ => $"{tiling.Chains * tiling.Plan.PanelVectors} sums at once to hide the latency of the multiply-add",
    };

    private static string Name(string name, bool isSingle) => isSingle ? name + "Row" : name;

    private static string Rows(bool isSingle) => isSingle ? "1" : "rows";

    private string Vectors(MatMulShape shape, MatMulTiling wide) =>
        $"{shape.Columns} columns in vectors of up to {Target.Of(VectorFamily.Wide, precision).WidestFixedLanes}{(wide.Packing is { } packing ? $", {packing.Rows} rows of weights in each" : "")}{(wide.Run is { } run ? $", {run.Rows} rows of weights in {run.Vectors} whole ones" : "")}{(wide.RestColumns > 0 ? $", the last {wide.RestColumns} as dot products" : "")}";

    private static string Swapped(MatMulShape shape, string why) => shape.IsSwapped ? "a single output, so vectors run along the inputs; " + why : why;
}
