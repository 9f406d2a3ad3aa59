using static NetGen.GeneratorTests.Diagnostics.AnalyzerVerifier;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>Warnings at calls with spans whose constant lengths cannot fit, for every member and every form of a constant length.</summary>
public class CallDiagnosticTests
{
    /// <summary>A network of 2 inputs, 3 outputs and 9 parameters, and a method around the statements of a test.</summary>
    private static string Calls(string statements) => $$"""
        [Network([2, 3], [Activation.Identity], Loss.SoftmaxCrossEntropy)]
        public partial class Net;

        internal static class Caller
        {
            private const int Three = 3;

            public static void Call(Net net, Span<float> x, ReadOnlySpan<float> y, Span<float> o, float[] array, int n, bool isOdd)
            {
                {{statements}}
            }
        }
        """;

    [Theory]
    [InlineData("net.Forward({|NETGEN016:stackalloc float[3]|}, o);", "inputs", 3, "whole rows of 2 are")]
    [InlineData("net.Forward(x, {|NETGEN016:new float[4]|});", "outputs", 4, "whole rows of 3 are")]
    [InlineData("net.Forward(new float[4], {|NETGEN016:new float[3]|});", "outputs", 3, "6 (2 rows of 3) is")]
    [InlineData("net.Forward(new float[2], {|NETGEN016:new float[2]|});", "outputs", 2, "3 (1 row of 3) is")]
    [InlineData("net.Evaluate({|NETGEN016:[1, 2, 3]|}, y);", "inputs", 3, "whole rows of 2 are")]
    [InlineData("net.Evaluate({|NETGEN016:Array.Empty<float>()|}, y);", "inputs", 0, "at least one row of 2 is")]
    [InlineData("net.Evaluate(x, {|NETGEN016:new float[5]|});", "targets", 5, "whole rows of 3 are")]
    [InlineData("net.Evaluate(new float[2], {|NETGEN016:new int[2]|});", "labels", 2, "1 (1 row of 1) is")]
    [InlineData("net.Evaluate(x, {|NETGEN016:new int[0]|});", "labels", 0, "at least one row of 1 is")]
    [InlineData("net.Backward({|NETGEN016:new float[1]|}, y, o);", "inputs", 1, "whole rows of 2 are")]
    [InlineData("net.Backward(x, y, {|NETGEN016:new float[8]|});", "gradient", 8, "9 (all parameters) is")]
    [InlineData("net.Backward(x, new[] { 0, 1 }, {|NETGEN016:stackalloc float[10]|});", "gradient", 10, "9 (all parameters) is")]
    [InlineData("net.Backward(new float[6], {|NETGEN016:new[] { 0, 1 }|}, o);", "labels", 2, "3 (3 rows of 1) is")]
    [InlineData("net.SgdStep({|NETGEN016:new float[7]|}, y, 0.1f);", "inputs", 7, "whole rows of 2 are")]
    [InlineData("net.SgdStep(new float[8], {|NETGEN016:new float[9]|}, 0.1f);", "targets", 9, "12 (4 rows of 3) is")]
    [InlineData("net.SgdStep(new float[8], {|NETGEN016:[1, 2, 0]|}, 0.1f);", "labels", 3, "4 (4 rows of 1) is")]
    [InlineData("net.VectorJacobianProduct({|NETGEN016:new float[3]|}, y, [], []);", "inputs", 3, "whole rows of 2 are")]
    [InlineData("net.VectorJacobianProduct(x, {|NETGEN016:new float[4]|}, [], []);", "outputGradients", 4, "whole rows of 3 are")]
    [InlineData("net.VectorJacobianProduct(x, y, {|NETGEN016:new float[3]|}, []);", "parameterGradient", 3, "9 (all parameters) is")]
    [InlineData("net.VectorJacobianProduct(x, new float[6], default, {|NETGEN016:new float[2]|});", "inputGradients", 2, "4 (2 rows of 2) is")]
    [InlineData("net.Jacobian({|NETGEN016:new float[4]|}, o);", "input", 4, "2 (one row) is")]
    [InlineData("net.Jacobian(x, {|NETGEN016:new float[9]|});", "jacobian", 9, "6 (3 by 2) is")]
    [InlineData("net.Forward(outputs: {|NETGEN016:new float[3]|}, inputs: new float[4]);", "outputs", 3, "6 (2 rows of 3) is")]
    [InlineData("Action call = () => net?.Forward({|NETGEN016:new float[3]|}, new float[3]);", "inputs", 3, "whole rows of 2 are")]
    public Task A_length_that_cannot_fit(string statement, string parameter, int length, string expected) => ReportsWarning(
        Calls(statement),
        $"The length of '{parameter}' is {length}, but {expected} expected");

    [Theory]
    [InlineData("new float[Three]")]
    [InlineData("new float[Net.InputSize + 1]")]
    [InlineData("new float[] { 1, 2, 3 }")]
    [InlineData("new[] { 1f, 2, 3 }")]
    [InlineData("stackalloc[] { 1f, 2, 3 }")]
    [InlineData("stackalloc float[] { 1, 2, 3 }")]
    [InlineData("stackalloc float[Three]")]
    [InlineData("[1, .. new float[2]]")]
    [InlineData("(ReadOnlySpan<float>)new float[3]")]
    [InlineData("new ReadOnlySpan<float>(new float[3])")]
    [InlineData("new ReadOnlySpan<float>(array, n, 3)")]
    [InlineData("x[..3]")]
    [InlineData("x[1..4]")]
    [InlineData("x[^3..]")]
    [InlineData("y[^4..^1]")]
    [InlineData("array[..3]")]
    [InlineData("x[..8][5..]")]
    [InlineData("(new float[5])[1..^1]")]
    [InlineData("array.AsSpan(0, 3)")]
    [InlineData("array.AsSpan(..3)")]
    [InlineData("new float[5].AsSpan(2)")]
    [InlineData("new float[3].AsSpan()")]
    [InlineData("x.Slice(0, 3)")]
    [InlineData("y.Slice(n, 3)")]
    [InlineData("x[..5].Slice(2)")]
    [InlineData("new ReadOnlySpan<float>(in array[0])")]
    [InlineData("System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref array[0], 3)")]
    [InlineData("GC.AllocateUninitializedArray<float>(3)")]
    public Task A_constant_length_in_any_form(string span)
    {
        int length = span.Contains("in array", StringComparison.Ordinal) ? 1 : 3;
        return ReportsWarning(Calls($"net.Forward({{|NETGEN016:{span}|}}, o);"), $"The length of 'inputs' is {length}, but whole rows of 2 are expected");
    }

    [Theory]
    [InlineData("float[] local = new float[3]; local[0] = 1; net.Forward(new float[2], local);")]
    [InlineData("Span<float> local = stackalloc float[3]; local.Clear(); local[1] = local[0]; net.Forward({|NETGEN016:local|}, o);")]
    [InlineData("var local = new float[] { 1, 2, 3 }; x = local; Console.WriteLine(local.Length); foreach (float v in local) { } net.Forward({|NETGEN016:local|}, o);")]
    [InlineData("float[] local = [1, 2, 3]; Span<float> view = local; net.Forward({|NETGEN016:view|}, o);")]
    [InlineData("var local = new float[3]; void Inner() => net.Forward({|NETGEN016:local|}, new float[3]);")]
    [InlineData("var local = x[..4]; net.Forward({|NETGEN016:local[1..]|}, o);")]
    public Task A_local_that_nothing_else_assigns(string statements) => ReportsWarning(
        Calls(statements),
        statements.Contains("NETGEN016", StringComparison.Ordinal) ? ["The length of 'inputs' is 3, but whole rows of 2 are expected"] : []);

    [Fact]
    public Task Each_argument_is_reported() => ReportsWarning(
        Calls("net.Backward({|NETGEN016:new float[3]|}, {|NETGEN016:new float[4]|}, {|NETGEN016:new float[5]|});"),
        "The length of 'inputs' is 3, but whole rows of 2 are expected",
        "The length of 'targets' is 4, but whole rows of 3 are expected",
        "The length of 'gradient' is 5, but 9 (all parameters) is expected");

    [Fact]
    public Task A_call_from_inside_the_class() => ReportsWarning(
        "[Network([2, 3], [Activation.Identity], Loss.Huber)] public partial class Net { public void Predict(Span<float> o) => Forward({|NETGEN016:[1, 2, 3]|}, o); }",
        "The length of 'inputs' is 3, but whole rows of 2 are expected");
}
