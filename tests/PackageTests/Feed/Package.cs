using System.IO.Compression;
using System.Xml.Linq;

namespace NetGen.PackageTests.Feed;

/// <summary>A package file.</summary>
public sealed class Package(string path) : IDisposable
{
    /// <summary>What every package has by its format, and nobody chooses.</summary>
    private static readonly string[] FormatParts = ["[Content_Types].xml", "_rels/", "package/"];

    private readonly ZipArchive _archive = ZipFile.OpenRead(path);

    public IEnumerable<string> Files => _archive.Entries.Select(entry => entry.FullName)
        .Where(name => !FormatParts.Any(part => name.StartsWith(part, StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal);

    /// <summary>The metadata of the package, without the namespace of the format.</summary>
    public XElement Metadata
    {
        get
        {
            XElement root = XElement.Load(new MemoryStream(Read(Files.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal)))));
            foreach (XElement element in root.DescendantsAndSelf())
                element.Name = element.Name.LocalName;
            return root.Element("metadata")!;
        }
    }

    public byte[] Read(string name)
    {
        using Stream stream = _archive.GetEntry(name)!.Open();
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public void Dispose() => _archive.Dispose();
}
