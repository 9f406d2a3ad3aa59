namespace NetGen.Generator.Schedule;

/// <summary>A matrix product with constant dimensions.</summary>
/// <param name="Form">Which product.</param>
/// <param name="Inner">The rows of the weight matrix as the kernel sees it.</param>
/// <param name="Columns">The columns of the weight matrix as the kernel sees it.</param>
/// <param name="IsSwapped">
/// Whether a layer with a single output is seen as the row [1, in] instead of the column [in, 1], so that vectors run
/// along its inputs.
/// </param>
internal sealed record MatMulShape(MatMulForm Form, int Inner, int Columns, bool IsSwapped)
{
    /// <summary>For <see cref="MatMulForm.ProductTransposed"/>: the same as a product with the transposed matrix.</summary>
    public MatMulShape AsProduct => this with { Form = MatMulForm.Product, Inner = Columns, Columns = Inner };
}
