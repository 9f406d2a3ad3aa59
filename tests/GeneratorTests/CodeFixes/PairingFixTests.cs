using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes;

namespace NetGen.GeneratorTests.CodeFixes;

/// <summary>The fix of a last activation and a loss that do not go together, at a diagnostic that stands in for the warning.</summary>
public class PairingFixTests
{
    [Theory]
    [InlineData("Softmax", "SoftmaxCrossEntropy", "Identity")]
    [InlineData("LogSoftmax", "SoftmaxCrossEntropy", "Identity")]
    [InlineData("Sigmoid", "BinaryCrossEntropyWithLogits", "Identity")]
    [InlineData("ReLU", "BinaryCrossEntropy", "Sigmoid")]
    public async Task The_activation_becomes_the_one_that_the_loss_expects(string before, string loss, string after) =>
        Assert.Equal(Net(after, loss), await Mended(Net(before, loss), PairingFix.ActivationKey));

    [Theory]
    [InlineData("Softmax", "SoftmaxCrossEntropy", "CategoricalCrossEntropy")]
    [InlineData("LogSoftmax", "SoftmaxCrossEntropy", "NegativeLogLikelihood")]
    [InlineData("Sigmoid", "BinaryCrossEntropyWithLogits", "BinaryCrossEntropy")]
    [InlineData("Identity", "BinaryCrossEntropy", "BinaryCrossEntropyWithLogits")]
    public async Task The_loss_becomes_the_one_that_expects_the_activation(string activation, string before, string after) =>
        Assert.Equal(Net(activation, after), await Mended(Net(activation, before), PairingFix.LossKey));

    [Theory]
    [InlineData("Sigmoid", "BinaryCrossEntropy")]
    [InlineData("Identity", "SoftmaxCrossEntropy")]
    [InlineData("Tanh", "MeanSquaredError")]
    public async Task Nothing_is_offered_for_a_pairing_that_is_right(string activation, string loss)
    {
        using FixedDocument document = new(new PairingFix(), Net(activation, loss));
        Assert.Empty(await document.Actions(await StandIn(document, loss)));
    }

    [Fact]
    public async Task Members_that_are_imported_stay_without_a_qualifier()
    {
        const string Imports = "using NetGen;\nusing static NetGen.Activation;\nusing static NetGen.Loss;\n";
        string mended = await Mended($"{Imports}[Network([2, 3], [Softmax], SoftmaxCrossEntropy)] partial class Net;", PairingFix.ActivationKey, "SoftmaxCrossEntropy");
        Assert.Equal($"{Imports}[Network([2, 3], [Identity], SoftmaxCrossEntropy)] partial class Net;", mended);
    }

    private static string Net(string activation, string loss) =>
        $"using NetGen;\n[Network([2, 4, 3], [Activation.Softmax, Activation.{activation}], loss: Loss.{loss}, Bias = false)] partial class Net;";

    private static async Task<string> Mended(string source, string key, string place = "Loss.")
    {
        using FixedDocument document = new(new PairingFix(), source);
        CodeAction[] actions = await document.Actions(await StandIn(document, place));
        await document.Apply(Assert.Single(actions, action => action.EquivalenceKey == key));
        return await document.Text();
    }

    private static async Task<Diagnostic> StandIn(FixedDocument document, string place)
    {
        DiagnosticDescriptor descriptor = new("TEST", "title", "message", "category", DiagnosticSeverity.Warning, isEnabledByDefault: true);
        int start = (await document.Text()).LastIndexOf(place, StringComparison.Ordinal);
        SyntaxTree tree = (await document.Document.GetSyntaxTreeAsync())!;
        return Diagnostic.Create(descriptor, Location.Create(tree, new TextSpan(start, place.Length)));
    }
}
