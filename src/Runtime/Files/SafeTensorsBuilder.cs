using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Files;

/// <summary>Gathers named tensors and texts, and writes them as a file in the format safetensors.</summary>
/// <remarks>
/// What is added is copied. Tensors are written in the order in which they were added, those of larger elements first, so that
/// each is aligned to its elements. The same additions give the same bytes.
/// </remarks>
public sealed class SafeTensorsBuilder
{
    private const string ActivationsKey = "activations";
    private const string FormatKey = "format";
    private const string VersionKey = "netgen_version";

    private readonly List<StoredTensor> _tensors = [];
    private readonly HashSet<string> _names = [];
    private readonly Dictionary<string, string> _metadata = [];

    /// <summary>Adds a vector.</summary>
    /// <typeparam name="T">A floating-point number or an integer of up to 64 bits.</typeparam>
    /// <param name="name">The name, which must be new.</param>
    /// <param name="values">The elements.</param>
    /// <returns>The builder itself.</returns>
    /// <exception cref="ArgumentException">The name is empty, reserved or not new, or such elements cannot be stored; nothing is added.</exception>
    public SafeTensorsBuilder Add<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged, INumberBase<T> => Add(name, values, [values.Length]);

    /// <summary>Adds a tensor.</summary>
    /// <typeparam name="T">A floating-point number or an integer of up to 64 bits.</typeparam>
    /// <param name="name">The name, which must be new.</param>
    /// <param name="values">The elements, row-major.</param>
    /// <param name="shape">The sizes of the dimensions; empty for a single number.</param>
    /// <returns>The builder itself.</returns>
    /// <exception cref="ArgumentException">
    /// The name is empty, reserved or not new, the shape does not fit, or such elements cannot be stored; nothing is added.
    /// </exception>
    public SafeTensorsBuilder Add<T>(string name, ReadOnlySpan<T> values, ReadOnlySpan<int> shape)
        where T : unmanaged, INumberBase<T>
    {
        TensorType type = TensorTypes.Require<T>();
        RequireShape(values.Length, shape);
        RequireNew(name);
        Add(new StoredTensor(name, type, shape.ToArray(), MemoryMarshal.AsBytes(values).ToArray()));
        return this;
    }

    /// <summary>
    /// Adds the parameters of a network, and to the metadata its activations, the version of this library and, where the
    /// layout is PyTorch's, <c>format: pt</c> as PyTorch's own writer does.
    /// </summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, written as F32 or F64.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="options">Names and layout of the tensors; null for those of <see cref="ModelFileOptions"/>.</param>
    /// <returns>The builder itself.</returns>
    /// <exception cref="ArgumentException">The options do not fit the network, or a name is not new; nothing is added.</exception>
    public SafeTensorsBuilder AddNetwork<T>(INetwork<T> network, ModelFileOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        options ??= ModelFileOptions.Default;
        ReadOnlySpan<LayerInfo> layers = network.GetLayers();
        List<LayerTensor> tensors = LayerTensor.Of(layers, options.Names.ForWriting(layers), options.Layout);
        tensors.ForEach(x => RequireNew(x.Name));
        if (tensors.GroupBy(x => x.Name).FirstOrDefault(x => x.Count() > 1) is { } twice)
            throw new ArgumentException($"Two tensors of the network are named '{twice.Key}'.", nameof(options));
        foreach (LayerTensor tensor in tensors)
            Add(Stored<T>(tensor, network.Parameters));
        Describe(layers, options.Layout);
        return this;
    }

    /// <summary>Adds a text to the metadata.</summary>
    /// <param name="key">The key, which must be new.</param>
    /// <param name="text">The text.</param>
    /// <returns>The builder itself.</returns>
    /// <exception cref="ArgumentException">The key is not new, or a text is not valid Unicode; nothing is added.</exception>
    public SafeTensorsBuilder AddMetadata(string key, string text)
    {
        HeaderWriter.RequireUnicode(key, nameof(key));
        HeaderWriter.RequireUnicode(text, nameof(text));
        if (!_metadata.TryAdd(key, text))
            throw new ArgumentException($"The metadata hold '{key}' already.", nameof(key));
        return this;
    }

    /// <summary>Writes a file, or leaves the one that is there where writing fails: the path never holds a part of a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The directory is missing, the disk is full, or the file is in use.</exception>
    /// <exception cref="InvalidOperationException">The tensors take more than 2 GB, which could not be read again.</exception>
    public void Save(string path) => AtomicFile.Write(path, Save);

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <param name="stream">The stream.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="InvalidOperationException">The tensors take more than 2 GB, which could not be read again.</exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        SafeTensorsFile.RequireLittleEndian();
        StoredTensor[] ordered = [.. _tensors.OrderByDescending(x => TensorTypes.Size(x.Type))];
        stream.Write(HeaderWriter.Write(ordered, _metadata));
        foreach (StoredTensor tensor in ordered)
            stream.Write(tensor.Data);
    }

    private static StoredTensor Stored<T>(LayerTensor tensor, ReadOnlySpan<T> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorType type = TensorTypes.Require<T>();
        byte[] data = new byte[TensorTypes.Size(type) * tensor.Shape.Aggregate(1, (product, length) => product * length)];
        foreach (TensorBlock block in tensor.Blocks)
            block.FromParameters(parameters, MemoryMarshal.Cast<byte, T>(data.AsSpan()));
        return new StoredTensor(tensor.Name, type, tensor.Shape, data);
    }

    private static void RequireShape(int length, ReadOnlySpan<int> shape)
    {
        UInt128 product = 1;
        foreach (int size in shape)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(size, nameof(shape));
            product = size == 0 || product == 0 ? 0 : UInt128.Min(product, uint.MaxValue) * (uint)size;
        }

        if (product != (uint)length)
            throw new ArgumentException($"The shape is {TensorInfo.ShapeText(shape)}, but there are {length} values.", nameof(shape));
    }

    private void Add(StoredTensor tensor)
    {
        _names.Add(tensor.Name);
        _tensors.Add(tensor);
    }

    private void RequireNew(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        HeaderWriter.RequireUnicode(name, nameof(name));
        if (name == SafeTensorsHeader.MetadataName)
            throw new ArgumentException($"The name {name} is reserved for the metadata.", nameof(name));
        if (_names.Contains(name))
            throw new ArgumentException($"There is a tensor '{name}' already.", nameof(name));
    }

    /// <summary>For people who look into the file; a second network adds its activations to those of the first.</summary>
    private void Describe(ReadOnlySpan<LayerInfo> layers, ModelLayout layout)
    {
        string activations = string.Join(", ", layers.ToArray().Select(x => x.ActivationName));
        _metadata[ActivationsKey] = _metadata.TryGetValue(ActivationsKey, out string? others) ? $"{others}; {activations}" : activations;
        _metadata.TryAdd(VersionKey, typeof(SafeTensorsBuilder).Assembly.GetName().Version?.ToString(3) ?? "");
        if (layout == ModelLayout.PyTorch)
            _metadata.TryAdd(FormatKey, "pt");
    }
}
