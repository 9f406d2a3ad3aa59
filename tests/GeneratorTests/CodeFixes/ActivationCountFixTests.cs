using NetGen.CodeFixes;
using static NetGen.GeneratorTests.CodeFixes.FixVerifier;

namespace NetGen.GeneratorTests.CodeFixes;

/// <summary>The fix of lists with too few or too many activations.</summary>
public class ActivationCountFixTests
{
    [Theory]
    [InlineData("[Activation.Sigmoid]", "[Activation.ReLU, Activation.ReLU, Activation.Sigmoid]")]
    [InlineData("[Activation.Tanh, Activation.Sigmoid]", "[Activation.Tanh, Activation.ReLU, Activation.Sigmoid]")]
    [InlineData("new[] { Activation.Tanh, Activation.Sigmoid }", "new[] { Activation.Tanh, Activation.ReLU, Activation.Sigmoid }")]
    [InlineData("new Activation[1] { Activation.Sigmoid }", "new Activation[] { Activation.ReLU, Activation.ReLU, Activation.Sigmoid }")]
    [InlineData("new[] { Activation.Sigmoid, }", "new[] { Activation.ReLU, Activation.ReLU, Activation.Sigmoid, }")]
    [InlineData("new Activation[] { }", "new Activation[] { Activation.ReLU, Activation.ReLU, Activation.Identity }")]
    public Task Missing_activations_are_ReLU_and_the_last_one_stays(string before, string after) => Mends(new ActivationCountFix(), Net(before), Net(after));

    [Theory]
    [InlineData("[Activation.Tanh, Activation.ReLU, Activation.GELU, Activation.ELU, Activation.Sigmoid]", "[Activation.Tanh, Activation.ReLU, Activation.Sigmoid]")]
    [InlineData("new[] { Activation.Tanh, Activation.ReLU, Activation.GELU, Activation.Sigmoid, }", "new[] { Activation.Tanh, Activation.ReLU, Activation.Sigmoid, }")]
    public Task Activations_too_many_are_taken_from_the_hidden_layers(string before, string after) => Mends(new ActivationCountFix(), Net(before), Net(after));

    [Fact]
    public Task A_single_layer_keeps_the_last_activation() => Mends(
        new ActivationCountFix(),
        "[Network([2, 1], [Activation.ReLU, Activation.Sigmoid], Loss.MeanSquaredError)] partial class Net;",
        "[Network([2, 1], [Activation.Sigmoid], Loss.MeanSquaredError)] partial class Net;");

    [Fact]
    public Task A_list_over_several_lines_keeps_its_layout_and_comments() => Mends(
        new ActivationCountFix(),
        Net("[\n    Activation.Tanh, // hidden\n    // output:\n    Activation.Sigmoid // σ\n]"),
        Net("[\n    Activation.Tanh, // hidden\n    Activation.ReLU,\n    // output:\n    Activation.Sigmoid // σ\n]"));

    [Fact]
    public Task Arguments_by_name_are_found_in_any_order() => Mends(
        new ActivationCountFix(),
        "[Network(loss: Loss.MeanSquaredError, activations: [Activation.Sigmoid], layers: [2, 3, 1])] partial class Net;",
        "[Network(loss: Loss.MeanSquaredError, activations: [Activation.ReLU, Activation.Sigmoid], layers: [2, 3, 1])] partial class Net;");

    [Fact]
    public Task All_lists_of_a_document_are_mended_at_once() => MendsAll(
        new ActivationCountFix(),
        $"{Net("[Activation.Sigmoid]")} [Network([2, 1], [Activation.ReLU, Activation.Sigmoid], Loss.MeanSquaredError)] partial class Other;",
        $"{Net("[Activation.ReLU, Activation.ReLU, Activation.Sigmoid]")} [Network([2, 1], [Activation.Sigmoid], Loss.MeanSquaredError)] partial class Other;");

    [Fact]
    public Task Nothing_is_offered_where_the_list_is_not_written_out() => OffersNothing(
        new ActivationCountFix(), Net("new Activation[0]"));

    private static string Net(string activations) => $"[Network([2, 4, 3, 1], {activations}, Loss.MeanSquaredError)] partial class Net;";
}
