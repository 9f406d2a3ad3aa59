using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes the sums of C[rows, n] = A[rows, k] · B[k, n] where B is narrow and a vector holds several of its rows: a vector of
/// partial sums per row of A, and at the end their sum over the rows of B.
/// </summary>
internal sealed class PackedSumWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private readonly PackedVector _packed = new(tiling.Packing!, kernel.Shape.Columns, number);

    private int Inner => Kernel.Shape.Inner;

    private int Columns => Kernel.Shape.Columns;

    /// <summary>The rows of B that whole vectors hold; those behind are for the caller to add.</summary>
    public int Whole => Inner - (Inner % _packed.Rows);

    private int Vectors => Whole / _packed.Rows;

    /// <summary>Writes the statements.</summary>
    /// <param name="column">The row of C.</param>
    /// <param name="rows">The rows of A.</param>
    /// <param name="sum">The variables of the sums, by their rows.</param>
    public void Write(Column column, int rows, Func<int, string> sum)
    {
        int chains = Tiling.Chains;
        Writer.Line(_packed.SpreadConstant);
        foreach ((int row, int chain) in Parts(rows, chains))
        {
            Writer.Line($"{_packed.Type.Name} {Part(row, chain)} = {_packed.Type.Zero};");
        }

        if (Tiling.IsUnrolled)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                WriteTerm(rows, vector % chains, Literal.Of(vector * _packed.Rows), "weights", vector);
            }
        }
        else
        {
            WriteLoop(rows, chains);
        }

        for (int row = 0; row < rows; row++)
        {
            int tileRow = row;
            string parts = Tree([.. Enumerable.Range(0, chains).Select(chain => Part(tileRow, chain))]);
            string bias = Kernel.HasBias ? column.Type.Load("biases", column.Offset) + " + " : "";
            Writer.Line($"{column.Type.Name} {sum(row)} = {bias}{_packed.Sum(parts, column.Type)};");
        }
    }

    private void WriteLoop(int rows, int chains)
    {
        int looped = Vectors - (Vectors % chains);
        int step = chains * _packed.Rows;
        using (Writer.Block($"for (nuint i = 0; i < {Literal.Of(looped * _packed.Rows)}; i += {Literal.Of(step)})"))
        {
            Writer.Line($"ref {T} w = ref Unsafe.Add(ref weights, {Times("i", Columns)});");
            for (int chain = 0; chain < chains; chain++)
            {
                WriteTerm(rows, chain, Sum("i", chain * _packed.Rows), "w", chain);
            }
        }

        for (int vector = looped; vector < Vectors; vector++)
        {
            WriteTerm(rows, vector - looped, Literal.Of(vector * _packed.Rows), "weights", vector);
        }
    }

    /// <summary>part += x[row, k..] · W[k..], where W[k] is a number of vectors after a reference.</summary>
    private void WriteTerm(int rows, int chain, string k, string weights, int after)
    {
        string w = _packed.Type.Load(weights, Literal.Of(after * _packed.Filled));
        if (rows > 1)
        {
            Writer.Line($"{_packed.Type.Name} packed = {w};");
            w = "packed";
        }

        for (int row = 0; row < rows; row++)
        {
            string x = _packed.Spread(_packed.Elements.Load("xs", int.TryParse(k, out int known) ? Literal.Of((row * Inner) + known) : Sum(k, row * Inner)));
            string part = Part(row, chain);
            Writer.Line($"{part} = {_packed.Type.MultiplyAdd(x, w, part)};");
        }
    }

    private static IEnumerable<(int Row, int Chain)> Parts(int rows, int chains) =>
        Enumerable.Range(0, rows).SelectMany(row => Enumerable.Range(0, chains).Select(chain => (row, chain)));

    private static string Part(int row, int chain) => $"part{Literal.Of(row)}{(chain == 0 ? "" : ((char)('a' + chain)).ToString())}";
}
