using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using NetGen.CodeFixes;

namespace NetGen.GeneratorTests.CodeFixes;

/// <summary>The fix of a last activation and a loss that do not go together.</summary>
public class PairingFixTests
{
    [Theory]
    [InlineData("Softmax", "SoftmaxCrossEntropy", "Identity")]
    [InlineData("Sigmoid", "BinaryCrossEntropyWithLogits", "Identity")]
    [InlineData("Identity", "BinaryCrossEntropy", "Sigmoid")]
    [InlineData("ReLU", "BinaryCrossEntropy", "Sigmoid")]
    [InlineData("Identity", "CategoricalCrossEntropy", "Softmax")]
    [InlineData("Softmax", "NegativeLogLikelihood", "LogSoftmax")]
    [InlineData("Softmax", "KullbackLeiblerDivergence", "LogSoftmax")]
    [InlineData("Sigmoid", "BinaryHinge", "Identity")]
    [InlineData("Sigmoid", "PoissonNegativeLogLikelihood", "Identity")]
    public async Task The_activation_becomes_the_one_that_the_loss_expects(string before, string loss, string after) =>
        Assert.Equal(Net(after, loss), await Mended(Net(before, loss), PairingFix.ActivationKey));

    [Theory]
    [InlineData("Softmax", "SoftmaxCrossEntropy", "CategoricalCrossEntropy")]
    [InlineData("Sigmoid", "BinaryCrossEntropyWithLogits", "BinaryCrossEntropy")]
    [InlineData("Identity", "BinaryCrossEntropy", "BinaryCrossEntropyWithLogits")]
    [InlineData("LogSoftmax", "CategoricalCrossEntropy", "NegativeLogLikelihood")]
    [InlineData("Identity", "CategoricalCrossEntropy", "SoftmaxCrossEntropy")]
    [InlineData("Identity", "NegativeLogLikelihood", "SoftmaxCrossEntropy")]
    public async Task The_loss_becomes_the_one_that_expects_the_activation(string activation, string before, string after) =>
        Assert.Equal(Net(activation, after), await Mended(Net(activation, before), PairingFix.LossKey));

    [Theory]
    [InlineData(PairingFix.ActivationKey, 60)]
    [InlineData(PairingFix.LossKey, 7)]
    public async Task No_pairing_that_is_mended_is_warned_of_again(string key, int atLeast)
    {
        using FixedDocument document = new(new PairingFix(), EveryPairing());
        Diagnostic[] before = await document.Diagnostics();
        HashSet<string> mendable = [];
        foreach (Diagnostic diagnostic in before)
        {
            if ((await document.Actions(diagnostic)).Any(action => action.EquivalenceKey == key))
            {
                mendable.Add(diagnostic.GetMessage());
            }
        }

        Assert.InRange(mendable.Count, atLeast, before.Length);
        await document.ApplyAll(key, before);
        Assert.Equal(before.Length - mendable.Count, (await document.Diagnostics()).Length);
    }

    [Fact]
    public async Task An_activation_is_offered_for_every_wrong_pairing()
    {
        using FixedDocument document = new(new PairingFix(), EveryPairing());
        foreach (Diagnostic diagnostic in await document.Diagnostics())
        {
            Assert.Contains(await document.Actions(diagnostic), action => action.EquivalenceKey == PairingFix.ActivationKey);
        }
    }

    [Fact]
    public async Task Members_that_are_imported_stay_without_a_qualifier()
    {
        const string Imports = "using NetGen;\nusing static NetGen.Activation;\nusing static NetGen.Loss;\n";
        string mended = await Mended($"{Imports}[Network([2, 3], [Softmax], SoftmaxCrossEntropy)] partial class Net;", PairingFix.ActivationKey);
        Assert.Equal($"{Imports}[Network([2, 3], [Identity], SoftmaxCrossEntropy)] partial class Net;", mended);
    }

    private static string Net(string activation, string loss) =>
        $"using NetGen;\n[Network([2, 4, 3], [Activation.Tanh, Activation.{activation}], loss: Loss.{loss}, Bias = false)] partial class Net;";

    /// <summary>A network for each activation and each loss.</summary>
    private static string EveryPairing()
    {
        IEnumerable<string> nets = from activation in Enum.GetNames<Activation>() from loss in Enum.GetNames<Loss>() select Net(activation, loss).Split('\n')[1];
        return "using NetGen;\n" + string.Join("\n", nets.Select((net, i) => net.Replace("class Net;", $"class Net{i};")));
    }

    private static async Task<string> Mended(string source, string key)
    {
        using FixedDocument document = new(new PairingFix(), source);
        CodeAction[] actions = await document.Actions(Assert.Single(await document.Diagnostics()));
        await document.Apply(Assert.Single(actions, action => action.EquivalenceKey == key));
        Assert.Empty(await document.Diagnostics());
        return await document.Text();
    }
}
