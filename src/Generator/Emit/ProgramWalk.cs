using NetGen.Generator.Schedule;
using NetGen.Generator.Schedule.Lanes;

namespace NetGen.Generator.Emit;

/// <summary>A method that walks rows in blocks, the method of a block and that of a row.</summary>
/// <param name="Name">The name of the walk; the others have <c>Block</c> and <c>Row</c> behind it.</param>
/// <param name="Program">What a block computes.</param>
/// <param name="Rows">The arguments that hold rows.</param>
/// <param name="Others">The other arguments, passed on as they are.</param>
internal sealed record ProgramWalk(string Name, ScheduledProgram Program, IReadOnlyList<RowArgument> Rows, IReadOnlyList<Argument> Others)
{
    /// <summary>Whether a single row is one method with the layers in line.</summary>
    public bool IsFused { get; init; }

    /// <summary>How batches are computed, or null where by blocks of rows.</summary>
    public LaneProgram? Lanes { get; init; }

    /// <summary>Whether the method returns the sum of the rows' losses.</summary>
    public bool ReturnsLoss => Program.Row.All.Any(step => step is LossStep or LossGradientStep);

    public string ReturnType => ReturnsLoss ? "double" : "void";
}

/// <summary>An argument that holds rows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Element">The type of an element.</param>
/// <param name="Columns">Elements of a row.</param>
/// <param name="IsWritten">Whether it is a result.</param>
internal sealed record RowArgument(string Name, string Element, int Columns, bool IsWritten = false)
{
    public string Span => IsWritten ? $"Span<{Element}>" : $"ReadOnlySpan<{Element}>";

    /// <summary>Whether it holds the indices of classes.</summary>
    public bool IsLabels => Element == "int";
}

/// <summary>An argument that is passed on to each block.</summary>
/// <param name="Type">Its type, with <c>ref</c> where it is one.</param>
/// <param name="Name">Its name.</param>
internal sealed record Argument(string Type, string Name)
{
    public string Passed => Type.StartsWith("ref ", StringComparison.Ordinal) ? "ref " + Name : Name;
}
