using System.Globalization;
using System.Numerics;

namespace NetGen.Files;

/// <summary>
/// A file of named tensors in the format safetensors (https://github.com/huggingface/safetensors), read and checked as a whole:
/// an 8-byte length, a JSON header of that length, and the data, little-endian and row-major.
/// </summary>
/// <remarks>
/// Files of up to 2 GB are read. Loading allocates the size of the file and a few times the length of its header, whatever a
/// damaged file claims; a stream that cannot seek takes up to four times as much.
/// </remarks>
public sealed class SafeTensorsFile
{
    private readonly SafeTensorsHeader _header;
    private readonly byte[] _data;

    internal SafeTensorsFile(string fileName, SafeTensorsHeader header, byte[] data)
    {
        FileName = fileName;
        _header = header;
        _data = data;
    }

    /// <summary>The file as it was named by the caller, or <c>stream</c> where it has no name.</summary>
    public string FileName { get; }

    /// <summary>The tensors, in the order of the header.</summary>
    public IReadOnlyList<TensorInfo> Tensors => _header.Tensors;

    /// <summary>The texts of <c>__metadata__</c>; empty where there are none.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _header.Metadata;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFileException">The file is damaged, or not of this format.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static SafeTensorsFile Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        return new SafeTensorsReader(stream, path).Read();
    }

    /// <summary>Reads a file from the position of a stream to its end.</summary>
    /// <param name="stream">The stream, which stays open.</param>
    /// <exception cref="ModelFileException">The file is damaged, or not of this format.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static SafeTensorsFile Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new SafeTensorsReader(stream, stream is FileStream { Name: { } name } ? name : "stream").Read();
    }

    /// <summary>The tensor of a name, or null where there is none.</summary>
    /// <param name="name">The name, compared by its characters.</param>
    public TensorInfo? Find(string name) => _header.ByName.GetValueOrDefault(name);

    /// <summary>The tensor of a name.</summary>
    /// <param name="name">The name, compared by its characters.</param>
    /// <exception cref="ModelFileException">There is none.</exception>
    public TensorInfo Get(string name) => Find(name) ?? throw Error(name, "it is not in the file");

    /// <summary>The bytes of a tensor: its elements row-major, each little-endian, at no particular alignment.</summary>
    /// <param name="name">The name of the tensor.</param>
    /// <exception cref="ModelFileException">There is none.</exception>
    public ReadOnlySpan<byte> GetBytes(string name) => Bytes(Get(name));

    /// <summary>Copies the elements of a tensor.</summary>
    /// <remarks>
    /// The type of the tensor must be that of <typeparamref name="T"/>, with one exception: <see cref="float"/> and
    /// <see cref="double"/> are read from <see cref="TensorType.F64"/>, <see cref="TensorType.F32"/>,
    /// <see cref="TensorType.F16"/> and <see cref="TensorType.BF16"/>. All of these are exact but F64 to <see cref="float"/>,
    /// which rounds to the nearest and refuses what would become infinite. NaN and infinities of the file are read as such.
    /// </remarks>
    /// <typeparam name="T">A floating-point number or an integer of up to 64 bits.</typeparam>
    /// <param name="name">The name of the tensor.</param>
    /// <param name="destination">Receives the elements, row-major; as long as the tensor.</param>
    /// <exception cref="ModelFileException">There is no such tensor, or it is of another type or length; nothing is written.</exception>
    public void Read<T>(string name, Span<T> destination)
        where T : unmanaged, INumberBase<T>
    {
        TensorInfo tensor = Get(name);
        RequireReadable<T>(tensor);
        if (tensor.Length != destination.Length)
            throw Error(name, $"it has {tensor.Length} elements, but {destination.Length} are expected");
        RequireValues<T>(tensor);
        TensorConversion.Convert(Bytes(tensor), tensor.Type, destination);
    }

    /// <summary>The elements of a tensor as a new array; see <see cref="Read{T}(string, Span{T})"/>.</summary>
    /// <typeparam name="T">A floating-point number or an integer of up to 64 bits.</typeparam>
    /// <param name="name">The name of the tensor.</param>
    /// <exception cref="ModelFileException">There is no such tensor, or it is of another type.</exception>
    public T[] Read<T>(string name)
        where T : unmanaged, INumberBase<T>
    {
        TensorInfo tensor = Get(name);
        RequireReadable<T>(tensor);
        T[] values = new T[tensor.Length];
        Read<T>(name, values);
        return values;
    }

    /// <summary>Reads the parameters of a network; the file may hold more where the options say so.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; the file may hold any floating-point type.</typeparam>
    /// <param name="network">Receives its parameters.</param>
    /// <param name="options">Names and layout of the tensors; null for those of <see cref="ModelFileOptions"/>.</param>
    /// <exception cref="ModelFileException">A tensor is missing, left over, or of another type or shape; no parameter is written.</exception>
    /// <exception cref="ArgumentException">The options do not fit the network; no parameter is written.</exception>
    public void ReadNetwork<T>(INetwork<T> network, ModelFileOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        new NetworkReader<T>(this, options ?? ModelFileOptions.Default).Read(network);
    }

    internal static void RequireLittleEndian()
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Model files are read and written on little-endian machines only.");
    }

    internal ReadOnlySpan<byte> Bytes(TensorInfo tensor) => _data.AsSpan((int)tensor.Begin, (int)tensor.ByteCount);

    /// <summary>Checks that the type of a tensor can be read as <typeparamref name="T"/>.</summary>
    internal void RequireReadable<T>(TensorInfo tensor)
    {
        TensorType expected = TensorTypes.Require<T>();
        if (!TensorConversion.IsReadableAs<T>(tensor.Type))
            throw Error(tensor.Name, $"its type is {tensor.Type}, which is not read as {expected}");
    }

    /// <summary>Checks that <typeparamref name="T"/> can hold the values of a tensor.</summary>
    internal void RequireValues<T>(TensorInfo tensor, bool finite = false)
    {
        if (TensorConversion.FirstUnfit<T>(Bytes(tensor), tensor.Type, finite) is { } unfit)
            throw Error(tensor.Name, string.Create(CultureInfo.InvariantCulture, $"its value {unfit.Value:R} at index {unfit.Index} is not finite as {typeof(T).Name}"));
    }

    internal ModelFileException Error(string? tensorName, string reason) => new(FileName, tensorName, reason);
}
