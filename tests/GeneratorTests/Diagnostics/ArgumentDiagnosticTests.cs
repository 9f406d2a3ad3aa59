using static NetGen.GeneratorTests.Diagnostics.AnalyzerVerifier;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>Errors of the arguments, at the exact argument.</summary>
public class ArgumentDiagnosticTests
{
    [Theory]
    [InlineData("{|NETGEN004:[]|}", "none is")]
    [InlineData("{|NETGEN004:[2]|}", "only one is")]
    [InlineData("{|NETGEN004:new int[] { 2 }|}", "only one is")]
    [InlineData("{|NETGEN004:new int[0]|}", "none is")]
    public Task Fewer_than_two_sizes(string layers, string given) => ReportsError(
        $"[Network({layers}, [], Loss.MeanSquaredError)] public partial class Net;",
        $"A network needs at least two sizes, that of its input and that of its output, but {given} given");

    [Theory]
    [InlineData("[{|NETGEN005:0|}, 3, 1]", "0", "the input")]
    [InlineData("[2, {|NETGEN005:-3|}, 1]", "-3", "layer 0")]
    [InlineData("new[] { 2, 3, {|NETGEN005:0|} }", "0", "layer 1")]
    [InlineData("new int[] { 2, {|NETGEN005:int.MinValue|}, 1 }", "-2147483648", "layer 0")]
    public Task A_size_below_1(string layers, string size, string place) => ReportsError(
        $"[Network({layers}, [Activation.Tanh, Activation.Sigmoid], Loss.MeanSquaredError)] public partial class Net;",
        $"The size {size} of {place} must be at least 1");

    [Fact]
    public Task Several_sizes_below_1_are_reported_each() => ReportsError(
        "[Network([{|NETGEN005:0|}, {|NETGEN005:-1|}], [Activation.Tanh], Loss.MeanSquaredError)] public partial class Net;",
        "The size 0 of the input must be at least 1",
        "The size -1 of layer 0 must be at least 1");

    [Theory]
    [InlineData("{|NETGEN006:[Activation.Tanh]|}", "only one is")]
    [InlineData("{|NETGEN006:new[] { Activation.Tanh, Activation.Tanh, Activation.Tanh }|}", "3 are")]
    [InlineData("activations: {|NETGEN006:[Activation.Tanh]|}", "only one is")]
    [InlineData("{|NETGEN006:new Activation[0]|}", "none is")]
    [InlineData("{|NETGEN006:[]|}", "none is")]
    [InlineData("{|NETGEN006:null|}", "none is")]
    public Task A_wrong_number_of_activations(string activations, string given) => ReportsError(
        $"[Network([2, 3, 1], {activations}, loss: Loss.MeanSquaredError)] public partial class Net;",
        $"3 sizes make 2 layers, which need 2 activations, but {given} given");

    [Theory]
    [InlineData("[{|NETGEN007:(Activation)99|}], Loss.Huber", "99", "Activation")]
    [InlineData("[{|NETGEN007:(Activation)(-1)|}], Loss.Huber", "-1", "Activation")]
    [InlineData("[Activation.Tanh], {|NETGEN007:(Loss)14|}", "14", "Loss")]
    [InlineData("[Activation.Tanh], Loss.Huber, Precision = {|NETGEN007:(Precision)7|}", "7", "Precision")]
    [InlineData("[Activation.Tanh], Loss.Huber, Initializer = {|NETGEN007:(Initializer)100|}", "100", "Initializer")]
    [InlineData("[Activation.Tanh], Loss.Huber, Reduction = {|NETGEN007:(LossReduction)2|}", "2", "LossReduction")]
    public Task A_value_outside_its_enum(string arguments, string value, string type) => ReportsError(
        $"[Network([2, 1], {arguments})] public partial class Net;",
        $"{value} is not a member of {type}");

    [Theory]
    [InlineData("[50000, 50000]", "2500050000")]
    [InlineData("[int.MaxValue, int.MaxValue, 1]", "4611686018427387904")]
    [InlineData("[int.MaxValue, 1]", "2147483648")]
    public Task More_parameters_than_an_array_holds(string layers, string count)
    {
        int layerCount = layers.Count(c => c == ',');
        string activations = string.Join(", ", Enumerable.Repeat("Activation.ReLU", layerCount));
        return ReportsError(
            $"[Network({{|NETGEN008:{layers}|}}, [{activations}], Loss.MeanSquaredError)] public partial class Net;",
            $"The network would have {count} parameters; at most 2147483527 fit an array");
    }

    [Theory]
    [InlineData("HuberDelta = {|NETGEN012:0|}", "HuberDelta must be a finite number above 0, but is 0")]
    [InlineData("HuberDelta = {|NETGEN012:-0.5|}", "HuberDelta must be a finite number above 0, but is -0.5")]
    [InlineData("HingeMargin = {|NETGEN012:double.NaN|}", "HingeMargin must be a finite number, but is NaN")]
    [InlineData("LeakyReLUSlope = {|NETGEN012:double.PositiveInfinity|}", "LeakyReLUSlope must be a finite number, but is Infinity")]
    [InlineData("ELUAlpha = {|NETGEN012:1 / 0.0|}", "ELUAlpha must be a finite number, but is Infinity")]
    [InlineData("ReLUGradientAtZero = {|NETGEN012:double.NaN|}", "ReLUGradientAtZero must be a finite number, but is NaN")]
    public Task An_option_that_is_no_sensible_number(string option, string message) => ReportsError(
        $"[Network([2, 1], [Activation.Tanh], Loss.Huber, {option})] public partial class Net;",
        message);

    /// <summary>The compiler reports these itself; the analyzer adds nothing and the generator stays silent.</summary>
    [Theory]
    [InlineData("[Network([2, 1], [Activation.Tanh])]")]
    [InlineData("[Network]")]
    [InlineData("[Network(Loss.Huber)]")]
    [InlineData("[Network([2, 1.5], [Activation.Tanh], Loss.Huber)]")]
    [InlineData("[Network([2, 1], [Activation.Unknown], Loss.Huber)]")]
    [InlineData("[Network([2, 1], [Activation.Tanh], Loss.Huber, Precision = 1)]")]
    [InlineData("[Network([2, 1], [Activation.Tanh], Loss.Huber, NoSuchOption = 1)]")]
    [InlineData("[Network([2, Undefined], [Activation.Tanh], Loss.Huber)]")]
    [InlineData("[Network([2, 1], [Activation.Tanh], typeof(Undefined))]")]
    [InlineData("[Network<Undefined>([2, 1], [Activation.Tanh])]")]
    public async Task Arguments_that_do_not_compile_do_not_end_the_generator(string attribute) =>
        Assert.DoesNotContain(await DiagnosticsOf($"{attribute} public partial class Net;"), x => x.Id == "AD0001");

    [Theory]
    [InlineData("[Network(null!, [Activation.Tanh], Loss.Huber)]")]
    [InlineData("[Network([2, 1], (Activation[])null!, Loss.Huber)]")]
    [InlineData("[Network([2, 1], (object[])null!, Loss.Huber)]")]
    [InlineData("[Network([2, 1], new object[] { null! }, Loss.Huber)]")]
    [InlineData("[Network([2, 1], new object[] { 1 }, Loss.Huber)]")]
    [InlineData("[Network([2, 1], new object[] { \"ReLU\" }, Loss.Huber)]")]
    [InlineData("[Network([2, 1], [Activation.Tanh], (Type)null!)]")]
    public async Task Null_and_alien_arguments_are_reported(string attribute)
    {
        Microsoft.CodeAnalysis.Diagnostic[] diagnostics = await DiagnosticsOf($"{attribute} public partial class Net;");
        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, x => Assert.StartsWith("NETGEN", x.Id));
    }
}
