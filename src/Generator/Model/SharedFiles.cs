namespace NetGen.Generator.Model;

/// <summary>
/// Files that networks share where there are many. The compiler compares the name of each file that a generator adds with those
/// of all files before, at every run: with a file per network a key pressed in a project of 1,000 networks would cost half a
/// million comparisons.
/// </summary>
internal static class SharedFiles
{
    /// <summary>The most networks that have a file each, and the number of shared files beyond.</summary>
    public const int Count = 256;
}
