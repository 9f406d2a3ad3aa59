using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.GeneratorTests.Harness;

namespace NetGen.GeneratorTests.Incrementality;

/// <summary>
/// After any edits the driver, which keeps what it read, adds what one without a past adds. It tracks no steps, as in an
/// editor: where Roslyn tracks them, its <c>Combine</c> loses what stands behind a value that went.
/// </summary>
public class EditSequenceTests
{
    private const int Edits = 250;

    /// <summary>For each file what it may hold; the files depend on each other.</summary>
    private static readonly string[][] Variants =
    [
        [Network("Sizes.Hidden"), Network("Half * 2"), Network("5"), Network("nameof(Far).Length"), "// nothing", Network("")],
        [
            "[NetGen.Network([3, 2], [typeof(Own)], NetGen.Loss.MeanSquaredError)] partial class Waves { }",
            "using NetGen; [Network([3, 2], [Activation.Tanh], Loss.MeanSquaredError)] partial class Waves : Base { }",
            "[Net([3, 2], [NetGen.Activation.Tanh], NetGen.Loss.MeanSquaredError)] partial class Waves : Base { }",
        ],
        ["", "static class Sizes { public const int Hidden = 4; }", "static class Sizes { public const int Hidden = Far.Half + 1; }", "enum Sizes { Hidden = 3 }"],
        ["", "class Far { public const int Half = 2; }", "class Far { public const int Half = 3; int _other; }", "class Far { internal int Half => 2; }"],
        ["class Base { }", "class Base : Root { }", "class Base { protected Base(int size) { } }", "class Base { public int Forward; }"],
        ["", "class Root { }", "class Root { public override string ToString() => \"\"; }", "class Root { protected Root(string s) { } }"],
        ["", "partial class Outer { partial class Circles { public Circles(string s) : this(1) { } } }", "class Outer { }", "partial class Outer { class CIRCLES { } }", "class WAVES { }"],
        ["", "global using static Far;", "global using Net = NetGen.NetworkAttribute;", "namespace NetGen { enum Activation { Tanh } }", "class Activation { }"],
        [Own("IOwn"), Own("NetGen.IActivation<float>"), Own("System.IDisposable"), "class Own { }"],
        ["interface IOwn { }", "interface IOwn : NetGen.IActivation<float> { }"],
        ["", "class Elsewhere { }", "class Elsewhere { int _size; }", "[System.Serializable] class Elsewhere { const int Half = 7; }"],
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_was_kept_is_what_would_be_read_anew(int seed)
    {
        Random random = new(seed);
        string[] files = [.. Variants.Select(variants => variants[0])];
        CSharpCompilation compilation = TestCompilation.Create(files);
        GeneratorDriver driver = GeneratorRun.CreateDriver(tracksSteps: false).RunGenerators(compilation);
        HashSet<string> seen = [];
        for (int edit = 0; edit < Edits; edit++)
        {
            int file = random.Next(files.Length);
            files[file] = Variants[file][random.Next(Variants[file].Length)];
            compilation = PipelineRuns.Replaced(compilation, files);
            driver = driver.RunGenerators(compilation);
            Assert.Null(driver.GetRunResult().Results.Single().Exception);
            string expected = Sources(GeneratorRun.CreateDriver(tracksSteps: false).RunGenerators(compilation));
            Assert.Equal(expected, Sources(driver));
            seen.Add(expected);
        }

        Assert.True(seen.Count > 20, $"{seen.Count} different results are too few to show anything");
    }

    private static string Network(string hidden) => $$"""
        using static Far;
        partial class Outer { [NetGen.Network([2, {{hidden}}, 1], [NetGen.Activation.ReLU, NetGen.Activation.Sigmoid], NetGen.Loss.BinaryCrossEntropy)] partial class Circles { } }
        """;

    private static string Own(string contract) => $"struct Own : {contract} {{ }}";

    private static string Sources(GeneratorDriver driver) => string.Join(
        "\n",
        driver.GetRunResult().Results.Single().GeneratedSources
            .OrderBy(source => source.HintName, StringComparer.Ordinal)
            .Select(source => $"// {source.HintName}\n{source.SourceText}"));
}
