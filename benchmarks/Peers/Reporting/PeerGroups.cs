using NetGen.Peers.External;
using NetGen.Peers.Managed;
using NetGen.Peers.Native;

namespace NetGen.Peers.Reporting;

/// <summary>The columns of the tables: each the fastest of some peers.</summary>
internal static class PeerGroups
{
    public static readonly (string Title, Func<string, bool> Has)[] All =
    [
        ("NetGen", name => name == NetGenPeer.Name),
        ("C plain", name => name.StartsWith(Variant.PlainPrefix, StringComparison.Ordinal)),
        ("C by hand", IsByHand),
        ("OpenBLAS", name => name == Variant.OpenBlas),
        ("ONNX Runtime", name => name == OnnxRuntime.Name),
        ("PyTorch", name => name == PyTorch.Name),
        ("C# TensorPrimitives", name => name == HandwrittenPeers.Names[2]),
        ("C# Vector&lt;T&gt;", name => name == HandwrittenPeers.Names[1]),
        ("C# loops", name => name == HandwrittenPeers.Names[0]),
        ("C# Math.NET", name => name == HandwrittenPeers.Names[3]),
    ];

    /// <summary>C with intrinsics.</summary>
    public static bool IsByHand(string name) => name.StartsWith(Variant.HandPrefix, StringComparison.Ordinal);

    /// <summary>All of C that is compiled here: plain, by hand, and OpenBLAS called by hand.</summary>
    public static bool IsNative(string name) =>
        name.StartsWith(Variant.PlainPrefix, StringComparison.Ordinal)
        || IsByHand(name)
        || name == Variant.OpenBlas;
}
