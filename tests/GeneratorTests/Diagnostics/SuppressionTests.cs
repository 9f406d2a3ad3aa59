using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.GeneratorTests.Harness;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>Warnings give way to <c>#pragma</c>, to <c>.editorconfig</c> and to the attribute for suppressing messages.</summary>
public class SuppressionTests
{
    private const string Network = "[Network([2, 4, 1], [Activation.Identity, Activation.Softmax], Loss.BinaryCrossEntropyWithLogits)]\npublic partial class Net;\n";
    private const string Call = "public static class Caller { public static void Call(Net net, System.Span<float> o) => net.Forward(new float[3], o); }\n";

    private static readonly string[] All = ["NETGEN013", "NETGEN014", "NETGEN015", "NETGEN016"];

    public static TheoryData<string> Warnings => [.. All];

    [Fact]
    public async Task Without_suppression_all_are_reported() =>
        Assert.Equal(All, await Ids($"using NetGen;\n{Network}{Call}"));

    [Theory]
    [MemberData(nameof(Warnings))]
    public async Task A_pragma_suppresses_one_of_them(string id) => Assert.Equal(
        All.Where(other => other != id),
        await Ids($"using NetGen;\n#pragma warning disable {id}\n{Network}{Call}#pragma warning restore {id}\n"));

    [Fact]
    public async Task A_pragma_ends_where_it_is_restored() => Assert.Equal(
        ["NETGEN016"],
        await Ids($"using NetGen;\n#pragma warning disable NETGEN013, NETGEN014, NETGEN015, NETGEN016\n{Network}#pragma warning restore\n{Call}"));

    [Theory]
    [MemberData(nameof(Warnings))]
    public async Task An_editorconfig_suppresses_one_of_them(string id) => Assert.Equal(
        All.Where(other => other != id),
        await Ids($"using NetGen;\n{Network}{Call}", $"dotnet_diagnostic.{id}.severity = none"));

    [Theory]
    [MemberData(nameof(Warnings))]
    public async Task An_editorconfig_raises_one_of_them_to_an_error(string id)
    {
        Diagnostic[] found = await Diagnostics($"using NetGen;\n{Network}{Call}", $"dotnet_diagnostic.{id}.severity = error");
        Assert.Equal([id], found.Where(x => x.Severity == DiagnosticSeverity.Error).Select(x => x.Id));
    }

    [Fact]
    public async Task A_SuppressMessage_attribute_suppresses() => Assert.Equal(
        ["NETGEN013", "NETGEN015", "NETGEN016"],
        await Ids($"using NetGen;\n[System.Diagnostics.CodeAnalysis.SuppressMessage(\"NetGen\", \"NETGEN014\")]\n{Network}{Call}"));

    private static async Task<IEnumerable<string>> Ids(string source, string? setting = null) => (await Diagnostics(source, setting)).Select(x => x.Id);

    private static async Task<Diagnostic[]> Diagnostics(string source, string? setting = null)
    {
        CSharpCompilation compilation = TestCompilation.Create(source);
        if (setting is not null)
        {
            compilation = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new EditorConfig(setting)));
        }

        ImmutableArray<Diagnostic> diagnostics = await AnalyzerVerifier.Analyze(GeneratorRun.Of(compilation).Output);
        return [.. diagnostics.OrderBy(x => x.Id, StringComparer.Ordinal)];
    }
}
