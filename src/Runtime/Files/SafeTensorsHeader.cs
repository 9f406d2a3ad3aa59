namespace NetGen.Files;

/// <summary>What the header of a safetensors file says, after it was checked.</summary>
/// <param name="Tensors">The tensors in the order of the header.</param>
/// <param name="ByName">The same tensors by name.</param>
/// <param name="Metadata">The texts of <c>__metadata__</c>.</param>
/// <param name="DataLength">The bytes that the tensors take, without a hole.</param>
internal sealed record SafeTensorsHeader(
    List<TensorInfo> Tensors,
    Dictionary<string, TensorInfo> ByName,
    Dictionary<string, string> Metadata,
    long DataLength)
{
    /// <summary>The longest header that the format allows.</summary>
    public const int MaxLength = 100_000_000;

    /// <summary>The bytes before the header, which hold its length.</summary>
    public const int PrefixLength = sizeof(ulong);

    /// <summary>The data starts at a multiple of this, for which the header is padded by spaces.</summary>
    public const int Alignment = 8;

    public const string MetadataName = "__metadata__";
}
