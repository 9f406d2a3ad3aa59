using static NetGen.GeneratorTests.Diagnostics.AnalyzerVerifier;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>Calls that fit, or of which nothing can be known: none may be warned of.</summary>
public class FittingCallTests
{
    private static string Calls(string statements) => $$"""
        [Network([2, 3], [Activation.Identity], Loss.SoftmaxCrossEntropy)]
        public partial class Net;

        internal static class Caller
        {
            private static readonly float[] Field = new float[3];

            private static void Replace(ref float[] array) => array = new float[2];

            private static void Make(out float[] array) => array = new float[2];

            public static void Call(Net net, Span<float> x, ReadOnlySpan<float> y, Span<float> o, float[] array, int n, bool isOdd)
            {
                {{statements}}
            }
        }
        """;

    [Theory]
    [InlineData("net.Forward(stackalloc float[2], stackalloc float[3]);")]
    [InlineData("net.Forward(new float[2 * 5], new float[3 * 5]);")]
    [InlineData("net.Forward([], []);")]
    [InlineData("net.Forward(x, new float[6]); net.Forward(new float[6], o);")]
    [InlineData("net.Evaluate(new float[4], new float[6]); net.Evaluate(new float[4], new[] { 0, 2 });")]
    [InlineData("net.Backward([1, 2], [0f, 0, 1], new float[Net.ParameterCount]);")]
    [InlineData("net.Backward([1, 2], (ReadOnlySpan<int>)[1], stackalloc float[9]);")]
    [InlineData("net.SgdStep([1, 2, 3, 4], new[] { 0, 1 }, 0.1f);")]
    [InlineData("net.VectorJacobianProduct(new float[4], new float[6], [], []);")]
    [InlineData("net.VectorJacobianProduct(new float[4], new float[6], default, new float[4]);")]
    [InlineData("net.VectorJacobianProduct(new float[4], new float[6], Span<float>.Empty, null);")]
    [InlineData("net.Jacobian(new float[2], new float[6]);")]
    public Task Lengths_that_fit(string statement) => ReportsNothing(Calls(statement));

    [Theory]
    [InlineData("array")]
    [InlineData("Field")]
    [InlineData("new float[n]")]
    [InlineData("x[..n]")]
    [InlineData("x[1..]")]
    [InlineData("x[1..^1]")]
    [InlineData("x[n..(n + 3)]")]
    [InlineData("array.AsSpan(1)")]
    [InlineData("array.AsSpan(^3)")]
    [InlineData("x.Slice(1)")]
    [InlineData("[1, .. array]")]
    [InlineData("isOdd ? new float[3] : new float[2]")]
    [InlineData("array ?? new float[3]")]
    [InlineData("new ArraySegment<float>(new float[4], 0, n)")]
    [InlineData("System.Runtime.InteropServices.MemoryMarshal.Cast<double, float>(new double[3])")]
    [InlineData("[.. (System.Collections.Generic.HashSet<float>)[1, 1, 1]]")]
    [InlineData("new float[2].AsSpan()[..3]")]
    [InlineData("new float[2].AsSpan(0, 3)")]
    public Task A_length_that_is_not_known(string span) => ReportsNothing(Calls($"net.Forward({span}, o);"));

    [Theory]
    [InlineData("var local = new float[3]; local = array;")]
    [InlineData("float[] local; local = isOdd ? new float[3] : array;")]
    [InlineData("var local = new float[3]; Replace(ref local);")]
    [InlineData("var local = new float[3]; Make(out local);")]
    [InlineData("var local = new float[3]; (local, n) = (array, 1);")]
    [InlineData("var local = new float[3]; ref float[] other = ref local; other = array;")]
    [InlineData("var local = new float[3]; ref float[] other = ref array; other = ref local; other = new float[2];")]
    [InlineData("var local = new float[3]; Array.Resize(ref local, 4);")]
    [InlineData("var local = new float[3]; void Inner() => local = new float[4]; Inner();")]
    [InlineData("var local = new float[3]; local ??= array;")]
    public Task A_local_that_may_have_been_assigned(string statements) => ReportsNothing(Calls($"{statements} net.Forward(local, o);"));

    [Fact]
    public Task A_network_behind_its_interface() => ReportsNothing(
        """
        public static class Caller
        {
            public static void Call(INetwork<float> net, Span<float> o) => net.Forward(new float[3], o);

            public static void Call<TNetwork>(TNetwork net, Span<float> o) where TNetwork : ITrainableNetwork<float> => net.Forward(new float[3], o);
        }
        """);

    [Fact]
    public Task Members_of_other_types_with_the_same_names() => ReportsNothing(
        """
        public class Other
        {
            public const int InputSize = 2, OutputSize = 3, ParameterCount = 9;

            public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) { }
        }

        [Network([2, 3], [Activation.Identity], Loss.Huber)] public partial class Net;

        public class Derived : Net
        {
            public void Forward(double[] inputs) { }
        }

        public static class Caller
        {
            public static void Call(Other other, Derived derived) { other.Forward(new float[3], new float[1]); derived.Forward(new double[3]); }
        }
        """);

    /// <summary>Locals that are defined by each other do not compile, and must not end the analyzer.</summary>
    [Theory]
    [InlineData("var a = a[1..]; net.Forward(a, o);")]
    [InlineData("Span<float> a = b[1..]; Span<float> b = a[1..]; net.Forward(a, b);")]
    [InlineData("net.Forward(new float[], o);")]
    [InlineData("net.Forward(new float[-1], o);")]
    [InlineData("net.Forward(stackalloc float[-1], o);")]
    [InlineData("net.Forward(new float[3]);")]
    [InlineData("net.Forward(inputs: new float[3], inputs: new float[3]);")]
    [InlineData("net.Forward();")]
    [InlineData("net.Forward([1, 2, ..], );")]
    public async Task Calls_that_do_not_compile_do_not_end_the_analyzer(string statements) =>
        Assert.DoesNotContain(await DiagnosticsOf(Calls(statements)), x => x.Id == "AD0001");
}
