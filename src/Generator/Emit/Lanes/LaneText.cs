using NetGen.Generator.Passes;

namespace NetGen.Generator.Emit.Lanes;

/// <summary>Fragments of code with one sample per lane. It is generic in the vector, so that one text serves every width.</summary>
internal static class LaneText
{
    public const string Arguments = "<TVector, TSimd>";

    /// <summary>Vectors per column of a tile, in elements: constant once the JIT knows the vector.</summary>
    public const string DeclareLanes = "nuint lanes = (nuint)TSimd.Count;";

    public const string EachTile = "for (nuint row = 0; row < rows; row += lanes)";

    public static string[] Constraints(NumberType number) =>
    [
        "where TVector : struct",
        $"where TSimd : struct, global::NetGen.ISimd<TVector, {number.Name}>",
    ];

    public static string Class(NumberType number) => $"Lanes<TVector, TSimd, {number.Name}>";

    public static string Load(string source, int column) => $"TSimd.Load(in {source}, {Column(column)})";

    public static string Load(string source, string column) => $"TSimd.Load(in {source}, {column} * lanes)";

    public static string Store(string value, string destination, int column) => $"TSimd.Store({value}, ref {destination}, {Column(column)});";

    public static string Store(string value, string destination, string column) => $"TSimd.Store({value}, ref {destination}, {column} * lanes);";

    /// <summary>sum + x · weight, with the weight in every lane.</summary>
    public static string MultiplyAdd(string x, string weight, string sum) => $"TSimd.MultiplyAdd({x}, TSimd.Create({weight}), {sum})";

    public static string Element(string source, int offset) => offset == 0 ? source : $"Unsafe.Add(ref {source}, {Literal.Of(offset)})";

    /// <summary>A reference to a tile of a value: to its first column at a row.</summary>
    public static string Tile(string source, int columns, string row = "row") =>
        $"ref Unsafe.Add(ref {source}, {(columns == 1 ? row : $"{row} * {Literal.Of(columns)}")})";

    /// <summary>A reference to a row of an argument.</summary>
    public static string Row(RowArgument argument, string row = "row") => Tile($"MemoryMarshal.GetReference({argument.Name})", argument.Columns, row);

    /// <summary>A reference to the memory of a value, in the scratch of blocks of some rows.</summary>
    public static string Scratch(BufferSlot slot, int blockRows) => Element("buffer.Start", slot.OffsetPerRow * blockRows);

    /// <summary>The vectors of some columns, read from as many rows as there are lanes.</summary>
    public static string LoadRows(BufferSlot slot, string rows, NumberType number) => slot.Columns == 1
        ? $"TVector {Variable(slot, 0)} = {Load(rows, 0)};"
        : $"({string.Join(", ", Variables(slot).Select(variable => "TVector " + variable))}) = {Class(number)}.Load{Literal.Of(slot.Columns)}(ref {rows});";

    /// <summary>Writes the vectors of some columns to as many rows as there are lanes.</summary>
    public static string StoreRows(BufferSlot slot, string rows, NumberType number) => slot.Columns == 1
        ? Store(Variable(slot, 0), rows, 0)
        : $"{Class(number)}.Store{Literal.Of(slot.Columns)}({string.Join(", ", Variables(slot))}, ref {rows});";

    /// <summary>The name of the variable for a column of a value.</summary>
    public static string Variable(BufferSlot slot, int column) => $"{slot.Name}_{Literal.Of(column)}";

    private static IEnumerable<string> Variables(BufferSlot slot) => Enumerable.Range(0, slot.Columns).Select(column => Variable(slot, column));

    private static string Column(int column) => column switch { 0 => "0", 1 => "lanes", _ => $"{Literal.Of(column)} * lanes" };
}
