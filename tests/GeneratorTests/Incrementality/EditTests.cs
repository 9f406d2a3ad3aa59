using Microsoft.CodeAnalysis;
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
    public void A_declaration_that_becomes_wrong_loses_its_file_and_gets_it_back()
    {
        string wrong = Circles.Replace("partial class", "class");
        Expect([Circles, Digits], [wrong, Digits], "Cached Removed");
        Expect([wrong, Digits], [Circles, Digits], "Cached New");
    }

    private static void Expect(string[] before, string[] after, string reasonsOfEachStep) =>
        Expect(PipelineRuns.ReasonsAfter(before, after), reasonsOfEachStep);

    private static void Expect(Dictionary<string, string> reasons, string reasonsOfEachStep) =>
        Assert.Equal(Steps.ToDictionary(step => step, _ => reasonsOfEachStep).OrderBy(x => x.Key), reasons.OrderBy(x => x.Key));
}
