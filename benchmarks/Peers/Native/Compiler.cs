using System.Security.Cryptography;
using System.Text;

namespace NetGen.Peers.Native;

/// <summary>
/// Compiles the C peers to one shared library with gcc, and keeps it until a source, a flag or the machine changes. Objects
/// are compiled with fast maths and linked without: such a link would set flush-to-zero in this process.
/// </summary>
internal sealed class Compiler(bool with512, List<string> notes)
{
    private static readonly string Sources = Path.Combine(AppContext.BaseDirectory, "native");
    private readonly string[] _flags = ["-O3", "-march=native", "-ffast-math", "-fPIC", "-w", .. with512 ? Array.Empty<string>() : ["-mno-avx512f"]];

    public static bool IsPresent => OperatingSystem.IsLinux() && Command.Run("gcc", ["--version"]).Succeeded;

    /// <summary>The path of the library; variants that this machine cannot compile are noted and left out.</summary>
    public string Build()
    {
        (string Name, string Unit, string[] Flags)[] units = [.. Units()];
        string folder = Path.Combine(AppContext.BaseDirectory, "native-build", Key(units));
        string library = Path.Combine(folder, "libpeers.so");
        if (File.Exists(library))
            return library;
        Directory.CreateDirectory(folder);
        Console.WriteLine("Compiling the C peers (kept for later runs) …");
        string?[] objects = new string?[units.Length];
        Parallel.For(0, units.Length, i => objects[i] = Compile(units[i], folder));
        Link([.. objects.OfType<string>()], library);
        return library;
    }

    private static void Link(string[] objects, string library)
    {
        CommandResult linked = Command.Run("gcc", ["-shared", "-o", library + ".new", .. objects, "-lmvec", "-lm", "-ldl"]);
        if (!linked.Succeeded)
            throw new InvalidOperationException($"The peers do not link: {linked.Error}");
        File.Move(library + ".new", library);
    }

    private IEnumerable<(string Name, string Unit, string[] Flags)> Units()
    {
        foreach ((string precision, string[] flags) in new (string, string[])[] { ("f", []), ("d", ["-DDOUBLE"]) })
        {
            yield return ($"limits_{precision}", "#include \"limits.c\"\n", [.. flags, $"-DVARIANT={precision}", "-DNET=limits"]);
            foreach (Variant variant in Variant.All(with512))
            {
                string name = $"{variant.Symbol}_{precision}";
                yield return (name, UnitWriter.Write(variant), [.. flags, .. variant.Flags, $"-DVARIANT={name}"]);
            }
        }
    }

    private string? Compile((string Name, string Unit, string[] Flags) unit, string folder)
    {
        string source = Path.Combine(folder, unit.Name + ".c"), target = Path.Combine(folder, unit.Name + ".o");
        File.WriteAllText(source, unit.Unit);
        CommandResult result = Command.Run("gcc", ["-c", .. _flags, .. unit.Flags, "-I", Sources, source, "-o", target]);
        if (result.Succeeded)
            return target;
        lock (notes)
            notes.Add($"{unit.Name} does not compile here: {result.Error.Split('\n')[0]}");
        return null;
    }

    private string Key((string Name, string Unit, string[] Flags)[] units)
    {
        var text = new StringBuilder(string.Join(' ', _flags)).AppendLine(Machine.Processor);
        text.AppendLine(Command.Run("gcc", ["--version"]).Output);
        foreach (string path in Directory.GetFiles(Sources).Order(StringComparer.Ordinal))
            text.AppendLine(File.ReadAllText(path));
        foreach ((_, string unit, string[] flags) in units)
            text.AppendLine(unit).AppendJoin(' ', flags);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
