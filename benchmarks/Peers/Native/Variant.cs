namespace NetGen.Peers.Native;

/// <summary>A way to compile all networks: the C template, its layout, and what the compiler is told.</summary>
/// <param name="Symbol">Part of the exported names.</param>
/// <param name="Peer">The name in the tables.</param>
/// <param name="Template">The header that is included once per network.</param>
/// <param name="Includes">Headers that go before.</param>
/// <param name="Flags">Flags of the compiler beyond the common ones.</param>
/// <param name="MostParameters">Networks with more parameters are left out.</param>
internal sealed record Variant(string Symbol, string Peer, string Template, string[] Includes, string[] Flags, int MostParameters = int.MaxValue)
{
    /// <summary>Prefix of the names of all peers in C but OpenBLAS.</summary>
    public const string HandPrefix = "C by hand";

    public const string PlainPrefix = "C plain";

    public const string OpenBlas = "OpenBLAS";

    /// <summary>A sample per lane keeps the gradient of every parameter in a vector: 128 of them are 8 KB.</summary>
    private const int MostParametersOfLanes = 128;

    /// <summary>gcc prefers 256-bit vectors on most machines that have 512; where it may, a third and fourth variant use those.</summary>
    public static Variant[] All(bool with512) =>
    [
        Plain("io", "[in][out]", []),
        Plain("oi", "[out][in]", []),
        .. with512
            ? [Plain("io", "[in][out] 512", ["-mprefer-vector-width=512"]), Plain("oi", "[out][in] 512", ["-mprefer-vector-width=512"])]
            : Array.Empty<Variant>(),
        new("hand", $"{HandPrefix}, tiles", "hand.h", ["simd.h"], []),
        new("lanes", $"{HandPrefix}, lanes", "lanes.h", ["simd.h"], [], MostParametersOfLanes),
        new("blas", OpenBlas, "blas.h", [], []),
    ];

    private static Variant Plain(string layout, string name, string[] flags) =>
        new($"plain_{layout}{(flags.Length > 0 ? "_512" : "")}", $"{PlainPrefix} {name}", "plain.h", [$"layout_{layout}.h"], flags);
}
