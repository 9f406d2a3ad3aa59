namespace NetGen.Peers;

/// <summary>Deals out offsets within a page, multiples of a cache line, so that neighbours in time are far apart.</summary>
internal static class PageColor
{
    public const int PageSize = 4096;

    /// <summary>Peers may read whole vectors beyond the end.</summary>
    public const int Slack = 256;

    private const int Stride = 64 * 27;

    private static int _next;

    public static int Next() => _next = (_next + Stride) % PageSize;
}
