extern alias Generator;

using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Generator::NetGen.Generator;

namespace NetGen.GeneratorTests.Harness;

/// <summary>
/// Images of compiled networks, kept in the folder that <c>NETGEN_KEPT_IMAGES</c> names, if any: generated code is the same at
/// every vector width, so that one build of the tests, run at several widths, need compile it once. An image is found by all that
/// it depends on: the source, and the very builds of the generator, the runtime library, the framework and these tests.
/// </summary>
internal static class KeptImages
{
    private const string FolderVariable = "NETGEN_KEPT_IMAGES";

    private static readonly string? Folder = Environment.GetEnvironmentVariable(FolderVariable);

    private static readonly Guid[] Builds =
    [
        .. new[] { typeof(NetworkGenerator), typeof(NetworkAttribute), typeof(object), typeof(KeptImages) }
            .Select(type => type.Assembly.ManifestModule.ModuleVersionId),
    ];

    public static byte[] GetOrEmit(IReadOnlyList<string> files, Func<byte[]> emit)
    {
        if (string.IsNullOrEmpty(Folder))
        {
            return emit();
        }

        string path = Path.Combine(Directory.CreateDirectory(Folder).FullName, $"{Key(files)}.dll");
        if (File.Exists(path))
        {
            return File.ReadAllBytes(path);
        }

        byte[] image = emit();
        Keep(image, path);
        return image;
    }

    /// <summary>Under its name there is a whole image or none, whoever else writes it.</summary>
    private static void Keep(byte[] image, string path)
    {
        string unfinished = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(unfinished, image);
        File.Move(unfinished, path, overwrite: true);
    }

    private static string Key(IReadOnlyList<string> files)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(Builds.AsSpan()));
        foreach (string file in files)
        {
            hash.AppendData(BitConverter.GetBytes(file.Length));
            hash.AppendData(MemoryMarshal.AsBytes(file.AsSpan()));
        }

        return Convert.ToHexString(hash.GetCurrentHash());
    }
}
