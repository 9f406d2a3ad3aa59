using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.GeneratorBenchmark;

/// <summary>A compilation with a number of networks of five layers, a file each, and a file without any.</summary>
internal sealed class Workload(int networks)
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private int _edits;
    private int _members;

    public int Networks => networks;

    public CSharpCompilation Create() => CSharpCompilation.Create(
        "Networks",
        [Parse(Elsewhere(0, 0), "Elsewhere.cs"), .. Enumerable.Range(0, networks).Select(i => Parse(Network(i, 24), $"Network{Text(i)}.cs"))],
        References(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>Another expression in the file without networks.</summary>
    public CSharpCompilation EditBody(CSharpCompilation compilation) => Replace(compilation, 0, Elsewhere(_members, ++_edits));

    /// <summary>Another member in the file without networks.</summary>
    public CSharpCompilation EditMembers(CSharpCompilation compilation) => Replace(compilation, 0, Elsewhere(++_members, _edits));

    /// <summary>Another size in one network.</summary>
    public CSharpCompilation EditNetwork(CSharpCompilation compilation) => Replace(compilation, 1, Network(0, 25 + (++_edits % 50)));

    private static CSharpCompilation Replace(CSharpCompilation compilation, int index, string text)
    {
        SyntaxTree tree = compilation.SyntaxTrees[index];
        return compilation.ReplaceSyntaxTree(tree, Parse(text, tree.FilePath));
    }

    private static string Elsewhere(int member, int body) => $"class Elsewhere {{ int Method{Text(member)}() => {Text(body)}; }}";

    private static string Network(int index, int hidden) => $"""
        using NetGen;

        namespace Networks;

        [Network([{Text(10 + (index % 40))}, {Text(hidden)}, 24, 16, 12, 3], [Activation.ReLU, Activation.Tanh, Activation.SiLU, Activation.ReLU, Activation.Softmax], Loss.CategoricalCrossEntropy)]
        public partial class Network{Text(index)};
        """;

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, path);

    private static IEnumerable<MetadataReference> References()
    {
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(NetworkAttribute).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
