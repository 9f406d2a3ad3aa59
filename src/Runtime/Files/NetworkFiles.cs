using System.Numerics;

namespace NetGen.Files;

/// <summary>Saves and loads the parameters of networks as safetensors.</summary>
/// <remarks>
/// By default the names and shapes are those of a PyTorch module that keeps its linear layers in a <c>ModuleList</c> called
/// layers: <c>model.load_state_dict(safetensors.torch.load_file(path))</c> reads what <c>Save</c> writes. The layers and
/// activations themselves are not in the file but in the declaration of the network.
/// </remarks>
public static class NetworkFiles
{
    /// <summary>Writes the parameters to a file; where that fails, the file that was there stays.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, written as F32 or F64.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">Names and layout of the tensors; null for those of <see cref="ModelFileOptions"/>.</param>
    /// <exception cref="IOException">The directory is missing, the disk is full, or the file is in use.</exception>
    /// <exception cref="ArgumentException">The options do not fit the network.</exception>
    public static void Save<T>(this INetwork<T> network, string path, ModelFileOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new SafeTensorsBuilder().AddNetwork(network, options).Save(path);

    /// <summary>Writes the parameters to a stream, which stays open.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, written as F32 or F64.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="options">Names and layout of the tensors; null for those of <see cref="ModelFileOptions"/>.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="ArgumentException">The options do not fit the network.</exception>
    public static void Save<T>(this INetwork<T> network, Stream stream, ModelFileOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new SafeTensorsBuilder().AddNetwork(network, options).Save(stream);

    /// <summary>Reads the parameters from a file.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; the file may hold any floating-point type.</typeparam>
    /// <param name="network">Receives its parameters.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">Names and layout of the tensors; null for those of <see cref="ModelFileOptions"/>.</param>
    /// <returns>The whole file, for whatever else it holds.</returns>
    /// <exception cref="ModelFileException">The file is damaged or does not fit the network; no parameter is written.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="ArgumentException">The options do not fit the network; no parameter is written.</exception>
    public static SafeTensorsFile Load<T>(this INetwork<T> network, string path, ModelFileOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Read(network, SafeTensorsFile.Load(path), options);

    /// <summary>Reads the parameters from the position of a stream to its end.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; the file may hold any floating-point type.</typeparam>
    /// <param name="network">Receives its parameters.</param>
    /// <param name="stream">The stream, which stays open.</param>
    /// <param name="options">Names and layout of the tensors; null for those of <see cref="ModelFileOptions"/>.</param>
    /// <returns>The whole file, for whatever else it holds.</returns>
    /// <exception cref="ModelFileException">The file is damaged or does not fit the network; no parameter is written.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="ArgumentException">The options do not fit the network; no parameter is written.</exception>
    public static SafeTensorsFile Load<T>(this INetwork<T> network, Stream stream, ModelFileOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Read(network, SafeTensorsFile.Load(stream), options);

    private static SafeTensorsFile Read<T>(INetwork<T> network, SafeTensorsFile file, ModelFileOptions? options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        file.ReadNetwork(network, options);
        return file;
    }
}
