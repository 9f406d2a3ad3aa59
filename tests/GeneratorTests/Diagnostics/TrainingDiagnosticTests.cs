using static NetGen.GeneratorTests.Diagnostics.AnalyzerVerifier;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>Warnings of networks that compile but would not train as they read, at the exact element.</summary>
public class TrainingDiagnosticTests
{
    private const string Logit = "BinaryCrossEntropyWithLogits takes logits of both signs; use Identity, or Sigmoid with BinaryCrossEntropy";
    private const string Logits = "SoftmaxCrossEntropy takes logits of any size; use Identity, or Softmax with CategoricalCrossEntropy";
    private const string Probability = "BinaryCrossEntropy takes probabilities between 0 and 1; use Sigmoid, or Identity with BinaryCrossEntropyWithLogits";
    private const string Distribution = "CategoricalCrossEntropy takes probabilities above 0; use Softmax, or Identity with SoftmaxCrossEntropy";

    [Theory]
    [InlineData("Sigmoid", "BinaryCrossEntropyWithLogits", "values between 0 and 1", Logit)]
    [InlineData("Softmax", "BinaryCrossEntropyWithLogits", "values between 0 and 1", Logit)]
    [InlineData("HardSigmoid", "BinaryCrossEntropyWithLogits", "values from 0 to 1, both included", Logit)]
    [InlineData("ReLU", "BinaryCrossEntropyWithLogits", "no value below 0", Logit)]
    [InlineData("Softplus", "BinaryCrossEntropyWithLogits", "values above 0", Logit)]
    [InlineData("LogSoftmax", "BinaryCrossEntropyWithLogits", "values below 0", Logit)]
    [InlineData("Softmax", "SoftmaxCrossEntropy", "values between 0 and 1", Logits)]
    [InlineData("Sigmoid", "SoftmaxCrossEntropy", "values between 0 and 1", Logits)]
    [InlineData("Tanh", "BinaryCrossEntropy", "values of both signs", Probability)]
    [InlineData("Identity", "BinaryCrossEntropy", "values of both signs", Probability)]
    [InlineData("ReLU", "BinaryCrossEntropy", "no value below 0", Probability)]
    [InlineData("HardSigmoid", "BinaryCrossEntropy", "values from 0 to 1, both included", Probability)]
    [InlineData("Identity", "CategoricalCrossEntropy", "values of both signs", Distribution)]
    [InlineData("ReLU", "CategoricalCrossEntropy", "no value below 0", Distribution)]
    [InlineData("LogSoftmax", "CategoricalCrossEntropy", "values below 0", Distribution)]
    [InlineData("Softmax", "NegativeLogLikelihood", "values between 0 and 1", "NegativeLogLikelihood takes log-probabilities; use LogSoftmax")]
    [InlineData("Identity", "NegativeLogLikelihood", "values of both signs", "NegativeLogLikelihood takes log-probabilities; use LogSoftmax")]
    [InlineData("Softmax", "KullbackLeiblerDivergence", "values between 0 and 1", "KullbackLeiblerDivergence takes log-probabilities; use LogSoftmax")]
    [InlineData("Sigmoid", "BinaryHinge", "values between 0 and 1", "BinaryHinge takes scores of both signs; use Identity or Tanh")]
    [InlineData("Sigmoid", "PoissonNegativeLogLikelihood", "values between 0 and 1", "PoissonNegativeLogLikelihood takes logarithms of rates; use Identity")]
    public Task An_activation_whose_values_the_loss_is_not_made_for(string activation, string loss, string given, string rest) => ReportsWarning(
        $"[Network([2, 4, 3], [Activation.Tanh, {{|NETGEN013:Activation.{activation}|}}], Loss.{loss})] public partial class Net;",
        $"{activation} gives {given}, but {rest}");

    [Theory]
    [InlineData("loss: Loss.BinaryCrossEntropy, activations: new[] { Activation.ReLU, {|NETGEN013:Activation.ReLU|} }")]
    [InlineData("new object[] { Activation.ReLU, {|NETGEN013:Activation.ReLU|} }, Loss.BinaryCrossEntropy")]
    [InlineData("activations: [(Activation)3, {|NETGEN013:(Activation)3|}], Loss.BinaryCrossEntropy")]
    public Task The_warning_stands_at_the_element_in_every_form(string arguments) => ReportsWarning(
        $"[Network([2, 4, 3], {arguments})] public partial class Net;",
        $"ReLU gives no value below 0, but {Probability}");

    /// <summary>A bend that an option turns upwards leaves no value below 0.</summary>
    [Theory]
    [InlineData("LeakyReLU", "LeakyReLUSlope = 0")]
    [InlineData("LeakyReLU", "LeakyReLUSlope = -0.5")]
    [InlineData("ELU", "ELUAlpha = -1")]
    public Task An_option_that_takes_the_negative_values_away(string activation, string option) => ReportsWarning(
        $"[Network([2, 3], [{{|NETGEN013:Activation.{activation}|}}], Loss.BinaryHinge, {option})] public partial class Net;",
        $"{activation} gives no value below 0, but BinaryHinge takes scores of both signs; use Identity or Tanh");

    [Theory]
    [InlineData("[{|NETGEN014:Activation.Identity|}, Activation.Sigmoid]", 0)]
    [InlineData("new Activation[] { {|NETGEN014:(Activation)0|}, Activation.Sigmoid }", 0)]
    public Task A_hidden_layer_without_activation(string activations, int layer) => ReportsWarning(
        $"[Network([2, 4, 3], {activations}, Loss.BinaryCrossEntropy)] public partial class Net;",
        $"Layer {layer} ends with Identity, so that it and layer {layer + 1} are no more than one linear layer");

    [Fact]
    public Task Every_hidden_layer_without_activation() => ReportsWarning(
        "[Network([2, 4, 3, 1], [{|NETGEN014:Activation.Identity|}, {|NETGEN014:Activation.Identity|}, Activation.Identity], Loss.Huber)] public partial class Net;",
        "Layer 0 ends with Identity, so that it and layer 1 are no more than one linear layer",
        "Layer 1 ends with Identity, so that it and layer 2 are no more than one linear layer");

    [Theory]
    [InlineData("[2, 4, 1], [Activation.Tanh, {|NETGEN015:Activation.Softmax|}], Loss.CategoricalCrossEntropy", "Softmax", 1)]
    [InlineData("[2, 4, 1], [Activation.Tanh, {|NETGEN015:Activation.Softmax|}], Loss.BinaryCrossEntropy", "Softmax", 1)]
    [InlineData("[2, 1, 4], [{|NETGEN015:Activation.Softmax|}, Activation.Tanh], Loss.Huber", "Softmax", 1)]
    [InlineData("[2, 1], [{|NETGEN015:Activation.LogSoftmax|}], Loss.NegativeLogLikelihood", "LogSoftmax", 0)]
    [InlineData("[2, 1], [Activation.Identity], {|NETGEN015:Loss.SoftmaxCrossEntropy|}", "SoftmaxCrossEntropy", 0)]
    [InlineData("[2, 1], [Activation.Sigmoid], loss: {|NETGEN015:Loss.CategoricalCrossEntropy|}", "CategoricalCrossEntropy", 0)]
    [InlineData("[2, 1], [Activation.Identity], {|NETGEN015:Loss.MulticlassHinge|}", "MulticlassHinge", 0)]
    public Task A_single_output_that_is_constant(string arguments, string name, int value) => ReportsWarning(
        $"[Network({arguments})] public partial class Net;",
        $"{name} of a single output is always {value}, so that nothing is learned");

    [Fact]
    public Task A_network_with_an_error_gets_no_warning_yet() => ReportsError(
        "[Network([2, 4, 3], [Activation.Identity, Activation.Tanh], Loss.BinaryCrossEntropy)] public class {|NETGEN001:Net|};",
        "Class 'Net' must be partial, so that the network's members can be added to it");
}
