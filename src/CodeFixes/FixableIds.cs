using System.Collections.Immutable;

namespace NetGen.CodeFixes;

/// <summary>The diagnostics that one edit mends, by their ids: the analyzer is another assembly.</summary>
internal static class FixableIds
{
    public const string NotPartial = "NETGEN001";

    public const string ContainerNotPartial = "NETGEN002";

    public const string ActivationCount = "NETGEN006";

    /// <summary>Warnings of a last activation and a loss that do not go together, reported inside the attribute.</summary>
    public static readonly ImmutableArray<string> WrongPairings = [];
}
