using static NetGen.GeneratorTests.Diagnostics.AnalyzerVerifier;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>Errors of operators of the user's own.</summary>
public class OperatorDiagnosticTests
{
    private const string Members = """
        {
            public static T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets) => default!;
            public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient) => default!;
        }
        """;

    [Theory]
    [InlineData("typeof(Mine)", "public struct Mine : ILoss<float>")]
    [InlineData("typeof(Outer.Mine)", "public class Outer { public struct Mine : ILoss<float> $ }")]
    public Task A_struct_for_the_network_s_number_is_fine(string loss, string declaration) => ReportsNothing(Source(loss, declaration, "float"));

    [Theory]
    [InlineData("typeof(Mine)", "public class Mine : ILoss<float>", "Mine", "it is not a struct")]
    [InlineData("typeof(Mine)", "public struct Mine : ILoss<double>", "Mine", "it does not implement NetGen.ILoss<float>")]
    [InlineData("typeof(Mine)", "public struct Mine", "Mine", "it does not implement NetGen.ILoss<float>")]
    [InlineData("typeof(int)", "public struct Mine", "int", "it does not implement NetGen.ILoss<float>")]
    [InlineData("typeof(int[])", "public struct Mine", "int[]", "it is not a struct")]
    [InlineData("typeof(Mine)", "file struct Mine : ILoss<float>", "Mine", "generated code cannot access it; make it internal or public")]
    [InlineData("typeof(Mine)", "public ref struct Mine : ILoss<float>", "Mine", "it is a ref struct")]
    [InlineData("typeof(Mine<,>)", "public struct Mine<A, B> : ILoss<float>", "Mine<,>", "it has more than one type parameter")]
    public Task A_type_that_cannot_be_a_loss(string loss, string declaration, string name, string reason) => ReportsError(
        Source($"{{|NETGEN010:{loss}|}}", declaration, declaration.Contains("double", StringComparison.Ordinal) ? "double" : "float"),
        $"'{name}' cannot be a loss: {reason}");

    [Fact]
    public Task A_private_struct_beside_a_nested_network() => ReportsError(
        $$"""
        public partial class Outer
        {
            [Network([2, 1], [Activation.Tanh], {|NETGEN010:typeof(Mine)|})] private partial class Net;
            private struct Mine : ILoss<float> {{Members.Replace("T ", "float ").Replace("<T>", "<float>")}}
        }
        """,
        "'Outer.Mine' cannot be a loss: generated code cannot access it; make it internal or public");

    [Fact]
    public Task An_activation_that_implements_nothing() => ReportsError(
        "public struct Mine; [Network([2, 3, 1], [Activation.Tanh, {|NETGEN010:typeof(Mine)|}], Loss.Huber)] public partial class Net;",
        "'Mine' cannot be an activation: it does not implement NetGen.IActivation<float>");

    [Fact]
    public Task An_activation_that_is_a_loss() => ReportsError(
        $"public struct Mine : ILoss<float> {Members.Replace("T ", "float ").Replace("<T>", "<float>")} [Network([2, 1], [{{|NETGEN010:typeof(Mine)|}}], Loss.Huber)] public partial class Net;",
        "'Mine' cannot be an activation: it does not implement NetGen.IActivation<float>");

    [Fact]
    public Task A_generic_argument_that_is_no_loss() => ReportsError(
        "[{|NETGEN010:Network<int>([2, 1], [Activation.Tanh])|}] public partial class Net;",
        "'int' cannot be a loss: it does not implement NetGen.ILoss<float>");

    private static string Source(string loss, string declaration, string number)
    {
        string members = Members.Replace("T ", $"{number} ").Replace("<T>", $"<{number}>");
        string body = declaration.Contains('$') ? declaration.Replace("$", members) : $"{declaration} {members}";
        return $"{body} [Network([2, 1], [Activation.Tanh], {loss})] {(declaration.StartsWith("file", StringComparison.Ordinal) ? "internal" : "public")} partial class Net;";
    }
}
