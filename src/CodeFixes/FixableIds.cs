using System.Collections.Immutable;

namespace NetGen.CodeFixes;

/// <summary>The diagnostics that one edit mends, by their ids: the analyzer is another assembly.</summary>
internal static class FixableIds
{
    public const string NotPartial = "NETGEN001";

    public const string ContainerNotPartial = "NETGEN002";

    public const string ActivationCount = "NETGEN006";

    public const string UnfitActivation = "NETGEN013";

    public static readonly ImmutableArray<string> All = [NotPartial, ContainerNotPartial, ActivationCount, UnfitActivation];
}
