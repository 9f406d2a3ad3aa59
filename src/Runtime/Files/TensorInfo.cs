namespace NetGen.Files;

/// <summary>Describes a tensor of a <see cref="SafeTensorsFile"/>.</summary>
public sealed class TensorInfo
{
    private readonly int[] _shape;

    internal TensorInfo(string name, TensorType type, int[] shape, long begin, long end)
    {
        Name = name;
        Type = type;
        _shape = shape;
        Begin = begin;
        End = end;
    }

    /// <summary>The name, which is unique in its file.</summary>
    public string Name { get; }

    /// <summary>The type of the elements.</summary>
    public TensorType Type { get; }

    /// <summary>The sizes of the dimensions, the last of which is contiguous; empty for a single number.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>Number of elements.</summary>
    public int Length => (int)(ByteCount / TensorTypes.Size(Type));

    /// <summary>Where the tensor starts in the data.</summary>
    internal long Begin { get; }

    /// <summary>Where the tensor ends in the data.</summary>
    internal long End { get; }

    internal long ByteCount => End - Begin;

    /// <summary>Name, type and shape, as <c>layers.0.weight F32 [4, 2]</c>.</summary>
    public override string ToString() => $"{Name} {Type} {ShapeText(_shape)}";

    internal static string ShapeText(ReadOnlySpan<int> shape) => $"[{string.Join(", ", shape.ToArray())}]";
}
