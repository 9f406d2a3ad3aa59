using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>How a vector that holds several rows of a narrow matrix is spelt.</summary>
/// <param name="packing">The rows.</param>
/// <param name="columns">The columns of each.</param>
/// <param name="number">The number type.</param>
internal sealed class PackedVector(RowPacking packing, int columns, NumberType number)
{
    private const string SpreadName = "spread";
    private const string CycleName = "cycle";

    public VectorType Type { get; } = number.Vector(packing.Lanes);

    /// <summary>The type that holds an element for each row.</summary>
    public VectorType Elements { get; } = number.Vector(packing.Rows);

    public int Rows => packing.Rows;

    /// <summary>The lanes that the rows fill.</summary>
    public int Filled => packing.Rows * columns;

    /// <summary>The constant that <see cref="Spread"/> needs.</summary>
    public string SpreadConstant => Constant(SpreadName, lane => lane < Filled ? lane / columns : 0);

    /// <summary>The constant that <see cref="Cycled"/> needs.</summary>
    public string CycleConstant => Constant(CycleName, lane => lane < Filled ? lane % columns : 0);

    /// <summary>The constants that <see cref="Picked"/> needs.</summary>
    public IEnumerable<string> PickConstants => Enumerable.Range(0, columns)
        .Select(column => Constant(PickName(column), lane => lane < Rows ? (lane * columns) + column : 0));

    /// <summary>Elements, one for each row, in all lanes of their rows.</summary>
    public string Spread(string elements) => Type.Shuffle(Type.Extended(elements, Elements), SpreadName);

    /// <summary>A row, once for each row.</summary>
    public string Cycled(string row, VectorType type) => Type.Shuffle(Type.Extended(row, type), CycleName);

    /// <summary>A column of the rows.</summary>
    public string Picked(string rows, int column) => Narrowed(Type.Shuffle(rows, PickName(column)));

    /// <summary>The first lanes, as many as there are rows.</summary>
    private string Narrowed(string value)
    {
        for (int lanes = Type.Lanes; lanes > Math.Max(Rows, 16 / number.Bytes); lanes /= 2)
        {
            value += ".GetLower()";
        }

        return value;
    }

    /// <summary>The sum over the rows, in a vector that holds one.</summary>
    public string Sum(string rows, VectorType type) => $"PackedRows.SumTo{type.Operations}({rows}, {Literal.Of(columns)})";

    private string Constant(string name, Func<int, int> from) => $"{Type.IndexName} {name} = {Type.Indices(from)};";

    private static string PickName(int column) => "column" + Literal.Of(column);
}
