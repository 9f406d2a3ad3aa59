using NetGen.Generator.Emit.Kernels;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Emit.Lanes;

/// <summary>What the writers of kernels with one sample per lane share.</summary>
internal abstract class LaneKernelWriter(SourceWriter writer, NumberType number)
{
    protected SourceWriter Writer => writer;

    protected NumberType Number => number;

    protected string T => number.Name;

    /// <summary>Opens a method that is generic in the vector.</summary>
    protected SourceWriter.Scope Method(string summary, string name, params IEnumerable<string> parameters)
    {
        writer.Line($"/// <summary>{summary}.</summary>");
        writer.Line(KernelText.Optimized);
        writer.Line($"private static void {name}{LaneText.Arguments}({string.Join(", ", parameters.Select(parameter => $"ref {T} {parameter}"))}, nuint rows)");
        foreach (string constraint in LaneText.Constraints(number))
        {
            writer.Line("    " + constraint);
        }

        SourceWriter.Scope scope = writer.Block();
        writer.Line(LaneText.DeclareLanes);
        return scope;
    }

    /// <summary>Declares a reference to the tile of a value.</summary>
    protected void DeclareTile(string name, string source, int columns, string row = "row") => writer.Line($"ref {T} {name} = {LaneText.Tile(source, columns, row)};");

    /// <summary>Loads every column of a tile into a variable of its own.</summary>
    protected void LoadColumns(BufferSlot slot, string tile)
    {
        for (int column = 0; column < slot.Columns; column++)
        {
            writer.Line($"TVector {LaneText.Variable(slot, column)} = {LaneText.Load(tile, column)};");
        }
    }
}
