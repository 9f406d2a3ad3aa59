extern alias Generator;

using Generator::NetGen.Generator.Frontend.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Incrementality;

/// <summary>What each step of the pipeline does again after an edit.</summary>
public class EditTests
{
    private const string Circles = "[NetGen.Network([2, 4, 1], [NetGen.Activation.ReLU, NetGen.Activation.Sigmoid], NetGen.Loss.BinaryCrossEntropy)] partial class Circles;";
    private const string Digits = "[NetGen.Network([8, 5, 3], [NetGen.Activation.Tanh, NetGen.Activation.Softmax], NetGen.Loss.CategoricalCrossEntropy)] partial class Digits;";
    private const string Elsewhere = "class Elsewhere { }";

    private static readonly string[] Steps = ["Declaration", "Graph", "Plan", "Schedule", "Source", "SourceOutput"];

    [Fact]
    public void A_comment_elsewhere_changes_nothing() =>
        Expect([Circles, Digits, Elsewhere], [Circles, Digits, "// why\n" + Elsewhere], "Cached Cached");

    [Fact]
    public void A_comment_above_a_network_changes_nothing() =>
        Expect([Circles, Digits], ["// why\n" + Circles, Digits], "Cached Cached");

    [Fact]
    public void Code_elsewhere_changes_nothing() =>
        Expect([Circles, Digits, Elsewhere], [Circles, Digits, "class Elsewhere { int _count; }"], "Cached Cached");

    [Fact]
    public void A_member_of_a_network_class_changes_nothing() =>
        Expect([Circles, Digits], [Circles.Replace("Circles;", "Circles { int Count => 2; }"), Digits], "Cached Cached");

    [Fact]
    public void Another_spelling_of_the_same_declaration_changes_nothing() =>
        Expect([Circles, Digits], [Circles.Replace("[2, 4, 1]", "new[] { 2, 2 + 2, 1 }"), Digits], "Cached Cached");

    [Fact]
    public void Another_size_emits_that_network_only() =>
        Expect([Circles, Digits], [Circles.Replace("[2, 4, 1]", "[2, 6, 1]"), Digits], "Cached Modified");

    [Fact]
    public void A_new_network_is_emitted_alone() => Expect([Circles], [Circles, Digits], "Cached New");

    [Theory]
    [InlineData("", "class Elsewhere { }")]
    [InlineData("", "[System.Serializable] class Elsewhere { }")]
    [InlineData("[System.Serializable] class Elsewhere { } [System.Serializable] class Another { }", "")]
    public void What_comes_or_goes_in_another_file_moves_no_network(string before, string after) =>
        Expect([before, Circles, Digits], [after, Circles, Digits], "Cached Cached");

    [Fact]
    public void A_new_network_above_others_is_emitted_alone() => Expect(["", Circles, ""], [Digits, Circles, ""], "Cached New");

    [Fact]
    public void A_network_that_goes_takes_its_file_along() => Expect([Circles, Digits], [Circles, ""], "Cached Removed");

    [Fact]
    public void The_body_of_an_own_operator_changes_nothing()
    {
        string own = OwnOperators.RangewiseMeanAbsoluteError.Source;
        const string Network = "[NetGen.Network([4, 8], [NetGen.Activation.Identity], typeof(RangewiseMeanAbsoluteError<>))] partial class Ranges;";
        Expect([own, Network], [own.Replace("T.Zero", "default"), Network], "Cached");
    }

    [Fact]
    public void Another_reference_changes_nothing() => Expect(
        PipelineRuns.ReasonsAfter([Circles], x => x.AddReferences(MetadataReference.CreateFromFile(typeof(EditTests).Assembly.Location))),
        "Cached");

    [Fact]
    public void A_declaration_that_becomes_wrong_gives_way_to_a_stub_and_comes_back()
    {
        string wrong = Circles.Replace("2, 4, 1", "2, 1");
        Dictionary<string, string> reasons = PipelineRuns.ReasonsAfter([Circles, Digits], [wrong, Digits]);
        Assert.Equal(("Cached Removed", "New", "Cached New Removed"), (reasons["Source"], reasons["Stub"], reasons["SourceOutput"]));
        reasons = PipelineRuns.ReasonsAfter([wrong, Digits], [Circles, Digits]);
        Assert.Equal(("Cached New", "Removed", "Cached New Removed"), (reasons["Source"], reasons["Stub"], reasons["SourceOutput"]));
    }

    [Theory]
    [InlineData("class Elsewhere { int Size() => 1; }", "class Elsewhere { int Size() => 2; /* why */ }", true)]
    [InlineData("class Elsewhere { int Size() { return 1; } }", "class Elsewhere { int Size() { int size = 3; return size; } }", true)]
    [InlineData("class Elsewhere { int _size = 1; }", "class Elsewhere { int _size = 2; }", true)]
    [InlineData("class Elsewhere { const int Size = 1; }", "class Elsewhere { const int Size = 2; }", false)]
    [InlineData("class Elsewhere { int Size() => 1; }", "class Elsewhere { long Size() => 1; }", false)]
    [InlineData("class Elsewhere { }", "class Elsewhere { } class Another { }", false)]
    [InlineData("", "global using System;", false)]
    [InlineData("partial class Circles { public Circles(string s) { } }", "partial class Circles { public Circles(string s) : this(1) { } }", false)]
    [InlineData("partial class Circles { public Circles(string s) : base() { } }", "partial class Circles { public Circles(string s) : this() { } }", false)]
    [InlineData("partial class Circles { public Circles(string s) => _ = s; }", "partial class Circles { public Circles(string s) : this(2) => _ = s; }", false)]
    [InlineData("enum Size { A = 1 }", "enum Size { A = 2 }", false)]
    [InlineData("partial class Circles { }", "partial class Circles : System.IDisposable { }", false)]
    [InlineData("class Elsewhere { void Size(int a = 1) { } }", "class Elsewhere { void Size(int a = 2) { } }", false)]
    [InlineData("namespace A { class B { } }", "namespace A2 { class B { } }", false)]
    [InlineData("class Elsewhere { int Size { get { return 1; } } }", "class Elsewhere { int Size { get { return 2; } } }", true)]
    [InlineData("struct Own { }", "class Own { }", false)]
    [InlineData("[System.Serializable] class Elsewhere { int Size() => 1; }", "[System.Serializable] class Elsewhere { int Size() => 2; }", false)]
    public void Declarations_are_read_anew_where_they_may_mean_something_else(string before, string after, bool isKept)
    {
        DeclaredSurface[] surfaces = [.. new[] { before, after }.Select(text => DeclaredSurface.Of(Replaced(text)))];
        Assert.Equal(isKept, surfaces[0].Equals(surfaces[1]));
        Assert.Equal(isKept, surfaces[1].Equals(surfaces[0]));
    }

    [Theory]
    [InlineData("class Elsewhere { }", "class Elsewhere { int _count; }", true)]
    [InlineData("class Elsewhere { }", "class Elsewhere { const int Size = 4; } class Another { } delegate void More();", true)]
    [InlineData("class Elsewhere { }", "[System.Serializable] class Elsewhere { }", true)]
    [InlineData("class Elsewhere { int Forward; }", "class Elsewhere { int Backward; }", true)]
    [InlineData("class Elsewhere : Base { }", "class Elsewhere : Own { }", true)]
    [InlineData(Digits, "class Digits { }", true)]
    [InlineData("static class Sizes { public const int Hidden = 4; }", "static class Sizes { public const int Hidden = 5; }", false)]
    [InlineData("static class Far { public const int Size = 4; }", "static class Far { public const int Size = 5; }", false)]
    [InlineData("enum Farther { Size = 4 }", "enum Farther { Size = 5 }", false)]
    [InlineData("class Base { }", "class Base { public Base(int size) { } }", false)]
    [InlineData("class Root { }", "class Root { public int Forward; }", false)]
    [InlineData("partial class Circles { }", "partial class Circles { int Forward; }", false)]
    [InlineData("partial class Outer { }", "class Outer { }", false)]
    [InlineData("", "class CIRCLES { }", false)]
    [InlineData("", "class Network { }", false)]
    [InlineData("", "class NetworkAttribute { }", false)]
    [InlineData("", "class Elsewhere { enum Activation { } }", false)]
    [InlineData("", "delegate void Loss();", false)]
    [InlineData("", "interface NetGen { }", false)]
    [InlineData("", "namespace NetGen.More { }", false)]
    [InlineData("", "global using static Sizes;", false)]
    [InlineData("struct Own : IOwn { }", "struct Own { }", false)]
    [InlineData("interface IOwn { }", "interface IOwn : NetGen.IActivation<float> { }", false)]
    public void A_declaration_is_read_anew_where_a_file_changes_on_which_it_depends(string before, string after, bool isKept)
    {
        const string Text = """
            using static Far;
            partial class Outer
            {
                [NetGen.Network([2, Sizes.Hidden, Size, 1], [NetGen.Activation.ReLU, typeof(Own), NetGen.Activation.Sigmoid], NetGen.Loss.BinaryCrossEntropy)]
                partial class Circles : Base;
            }
            """;
        const string Rest = "class Base : Root { } struct Own : IOwn { } partial class Far { const int Half = (int)Farther.Size; }";
        SyntaxTree network = TestCompilation.Parse(Text, "Network.cs");
        CSharpCompilation compilation = TestCompilation.Create(Rest).AddSyntaxTrees(network);
        DeclaredSurface[] surfaces = [.. new[] { before, after }.Select(text => DeclaredSurface.Of(compilation.AddSyntaxTrees(TestCompilation.Parse(text, "Elsewhere.cs"))))];
        Assert.Equal(isKept, surfaces[0].MeansSame(network, surfaces[1]));
        Assert.Equal(isKept, surfaces[1].MeansSame(network, surfaces[0]));
    }

    [Theory]
    [InlineData("// nothing")]
    [InlineData("class Circles;")]
    [InlineData("[System.Serializable] class Circles;")]
    [InlineData("")]
    public void A_network_that_went_takes_no_other_along_later(string left)
    {
        string[][] steps = [[Circles, Digits, Elsewhere], [left, Digits, Elsewhere], [left, Digits, ""], [left, Digits, "class Another { }"]];
        CSharpCompilation compilation = TestCompilation.Create(steps[0]);
        GeneratorDriver driver = GeneratorRun.CreateDriver().RunGenerators(compilation);
        foreach (string[] step in steps[1..])
        {
            compilation = PipelineRuns.Replaced(compilation, step);
            driver = driver.RunGenerators(compilation);
            Assert.Equal(["Digits.g.cs"], driver.GetRunResult().Results.Single().GeneratedSources.Select(source => source.HintName));
        }
    }

    [Fact]
    public void Another_reference_or_option_reads_every_declaration_anew()
    {
        DeclaredSurface surface = DeclaredSurface.Of(Network);
        MetadataReference reference = MetadataReference.CreateFromFile(typeof(EditTests).Assembly.Location);
        CSharpCompilation[] others =
        [
            Network.AddReferences(reference),
            Network.WithAssemblyName("Other"),
            Network.WithOptions(Network.Options.WithAllowUnsafe(!Network.Options.AllowUnsafe)),
        ];
        Assert.All(others, other => Assert.False(surface.MeansSame(Network.SyntaxTrees[0], DeclaredSurface.Of(other))));
    }

    [Theory]
    [InlineData(Elsewhere, "class Elsewhere { int _count; }", "Cached Cached")]
    [InlineData(Elsewhere, "class Elsewhere { } class Activation { }", "Unchanged Unchanged")]
    public void Networks_are_bound_only_where_something_was_declared_on_which_they_depend(string before, string after, string reasons) =>
        Assert.Equal(reasons, PipelineRuns.ReasonsOfReading([Circles, Digits, before], [Circles, Digits, after]));

    [Fact]
    public void An_edit_of_a_network_binds_that_network_alone() =>
        Assert.Equal("Cached Modified", PipelineRuns.ReasonsOfReading([Circles, Digits], [Circles.Replace("2, 4, 1", "2, 5, 1"), Digits]));

    [Fact]
    public void A_constant_elsewhere_changes_the_network_that_uses_it() => Expect(
        [Circles.Replace("4", "Elsewhere.Hidden"), Digits, "class Elsewhere { public const int Hidden = 4; }"],
        [Circles.Replace("4", "Elsewhere.Hidden"), Digits, "class Elsewhere { public const int Hidden = 5; }"],
        "Cached Modified");

    [Theory]
    [InlineData("using Net = NetGen.NetworkAttribute;", "Net")]
    [InlineData("using Net = global::NetGen.NetworkAttribute;", "Net")]
    [InlineData("", "global::NetGen.NetworkAttribute")]
    [InlineData("", "@NetGen.@NetworkAttribute")]
    public void An_attribute_is_found_by_each_of_its_names(string alias, string name) =>
        Expect([$"{alias} {Circles.Replace("NetGen.Network(", name + "(")}", Elsewhere], [$"{alias} {Circles.Replace("NetGen.Network(", name + "(")}", ""], "Cached");

    [Fact]
    public void A_global_alias_makes_a_network_when_it_comes_and_takes_it_along_when_it_goes()
    {
        const string Alias = "global using Net = NetGen.NetworkAttribute;";
        string aliased = Circles.Replace("NetGen.Network(", "Net(");
        Expect([aliased, Alias, Digits], [aliased, Alias + "// why", Digits], "Cached Cached");
        Expect([aliased, "", Digits], [aliased, Alias, Digits], "Cached New");
        Expect([aliased, Alias, Digits], [aliased, "", Digits], "Cached Removed");
    }

    private static readonly CSharpCompilation Network = TestCompilation.Create(Circles);

    private static CSharpCompilation Replaced(string text) => Network.AddSyntaxTrees(TestCompilation.Parse(text, "Elsewhere.cs"));

    private static void Expect(string[] before, string[] after, string reasonsOfEachStep) =>
        Expect(PipelineRuns.ReasonsAfter(before, after), reasonsOfEachStep);

    private static void Expect(Dictionary<string, string> reasons, string reasonsOfEachStep) =>
        Assert.Equal(Steps.ToDictionary(step => step, _ => reasonsOfEachStep).OrderBy(x => x.Key), reasons.OrderBy(x => x.Key));
}
