namespace NetGen.DocumentationTests.Pages;

/// <summary>C# of a page, shown or hidden.</summary>
/// <param name="Line">The line of the page, from 1, that the code starts in.</param>
/// <param name="Text">The code.</param>
/// <param name="Section">The heading above it.</param>
/// <param name="Program">The number of the program that it is a part of, from 0: the blocks of a program share their variables.</param>
internal sealed record CodeBlock(int Line, string Text, string Section, int Program)
{
    /// <summary>Whether the reader of the page does not see it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Why it is not compiled; null where it is.</summary>
    public string? NotCompiled { get; init; }

    /// <summary>Why its program is compiled only; null where it is run.</summary>
    public string? NotRun { get; init; }

    /// <summary>What the page says that it prints; null where the page does not say.</summary>
    public string? Output { get; init; }
}
