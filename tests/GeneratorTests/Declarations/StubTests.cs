using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.GeneratorTests.Harness;

namespace NetGen.GeneratorTests.Declarations;

/// <summary>A wrong or half-typed declaration leaves the code that uses the network free of errors.</summary>
public class StubTests
{
    private const string Usings = "using System;\nusing NetGen;\n";

    private const string Arguments = "[2, 4, 1], [Activation.ReLU, Activation.Sigmoid], Loss.BinaryCrossEntropy, Bias = false, Precision = Precision.Single";

    private const string User = """
        static class User
        {
            static void Use()
            {
                Net net = new(seed: 3);
                float[] x = new float[Net.InputSize], y = new float[Net.OutputSize], gradient = new float[Net.ParameterCount];
                net.Forward(x, y);
                net.Jacobian(x, gradient);
                net.VectorJacobianProduct(x, y, gradient, []);
                float loss = net.Evaluate(x, y) + net.Backward(x, y, gradient) + net.SgdStep(x, y, 0.1f);
                net.Parameters[0] = Net.Layers.Length + Size<Net>() + loss;
                Trainable(net).GetLayers();
            }

            static ITrainableNetwork<float> Trainable(ITrainableNetwork<float> network) => network;

            static int Size<TNetwork>() where TNetwork : INetwork<float> => TNetwork.InputSize + TNetwork.Layers.Length;
        }
        """;

    [Theory]
    [InlineData("[Network] partial class Net;")]
    [InlineData("[Network([2, 1])] partial class Net;")]
    [InlineData("[Network([2, 1], [])] partial class Net;")]
    [InlineData("[Network([2, 1], [Activation.], Loss.Huber)] partial class Net;")]
    [InlineData("[Network([2, 1], [Activation.Tahn], Loss.Huber)] partial class Net;")]
    [InlineData("[Network([2], [], Loss.Huber)] partial class Net;")]
    [InlineData("[Network([2, 0], [Activation.Tanh], Loss.Huber)] partial class Net;")]
    [InlineData("[Network([2, 3, 1], [Activation.Tanh], Loss.Huber)] partial class Net;")]
    [InlineData("[Network([2, 1], [(Activation)99], Loss.Huber)] partial class Net;")]
    [InlineData("[Network([2, 1], [Activation.Tanh], typeof(string))] partial class Net;")]
    [InlineData("[Network([2, 1], [Activation.Tanh], Loss.Huber, HuberDelta = -1)] partial class Net;")]
    [InlineData("[Network([2, 1], [Activation.Tanh], Loss.Huber)] class Net;")]
    [InlineData("[Network([2, 1], [Activation.Tanh], Loss.Huber)] partial record Net;")]
    [InlineData("[Network([2, 1], [Activation.Tanh], Loss.Huber)] partial struct Net;")]
    [InlineData("[Network([2, 1], [Activation.Tanh], Loss.Huber)] readonly struct Net;")]
    [InlineData("[Network([2, 1], [Activation.Tanh], Loss.Huber)] partial record struct Net;")]
    [InlineData("[Network([2, 1], [Activation.Tanh], Loss.Huber)] partial class Net : Digits; [Network([3, 2], [Activation.Tanh], Loss.Huber)] partial class Digits;")]
    [InlineData("[Network([2, 1], [Activation.Tanh], Loss.Huber)] partial class Net { public Net(string name) { } }")]
    [InlineData("[Network([2, 1], [Activation.Tanh], Loss.Huber)] partial class Net { public Net(int seed) { } }")]
    [InlineData("[Network([2, 1], [Activation.Tanh], Loss.Huber)] partial class Net { public int InputSize => 2; public const int OutputSize = 1; } partial class Net { public const int ParameterCount = 7; }")]
    [InlineData("[Network([2, 1], [Activation.Tanh], Loss.Huber), Network<Own>([2, 1], [Activation.Tanh])] partial class Net; struct Own;")]
    [InlineData("[Network([2, 1], [Activation.Tanh], Loss.Huber)] partial class Net; [Network([2, 1], [Activation.Tanh], Loss.Huber)] partial class Net;")]
    public void Code_that_uses_a_network_with_a_wrong_declaration_has_no_errors_of_its_own(string declaration)
    {
        string user = declaration.Contains("int InputSize =>", StringComparison.Ordinal) ? User.Replace("Net.InputSize", "2") : User;
        Assert.Empty(ErrorsOutside(declaration, user));
    }

    [Fact]
    public void The_number_type_is_kept_in_a_declaration_that_does_not_bind() => Assert.Empty(ErrorsOutside(
        "[Network([2, 1], [Activation.], Loss., Precision = Precision.Double)] partial class Net;",
        User.Replace("float", "double").Replace("0.1f", "0.1")));

    [Fact]
    public void Labels_are_taken_where_the_loss_is_not_known() => Assert.Empty(ErrorsOutside(
        "[Network([2, 3], [Activation.Identity], Loss.Sof)] partial class Net;",
        "class User { float Use(Net net, float[] x, int[] labels, float[] gradient) => net.Evaluate(x, labels) + net.Backward(x, labels, gradient) + net.SgdStep(x, labels, 1); }"));

    [Fact]
    public void A_class_in_types_that_are_not_partial_has_its_members() => Assert.Empty(ErrorsOutside(
        "class Outer<T> { public static class Inner { [Network([2, 1], [Activation.Tanh], Loss.Huber)] public class Net; } }",
        User.Replace("Net net", "Outer<int>.Inner.Net net").Replace("Net.", "Outer<int>.Inner.Net.").Replace("<Net>", "<Outer<int>.Inner.Net>")));

    [Fact]
    public void Members_of_the_users_are_kept_and_the_contract_is_met() => Assert.Empty(ErrorsOutside(
        "[Network([2, 1], [Activation.Tanh], Loss.SoftmaxCrossEntropy)] partial class Net { public void Forward() { } public int Layers; public string Parameters => \"\"; public void Backward() { } public class Jacobian; }",
        "class User { void Use(Net net, IClassifierNetwork<float> any) { any = net; any.Forward([], []); net.Forward(); net.Layers++; net.Backward(); net.Evaluate([], new float[1]); } }"));

    /// <summary>As it is typed inside a declaration whose rest is there.</summary>
    [Fact]
    public void Code_that_uses_a_network_has_no_errors_while_the_arguments_are_typed()
    {
        int declared = 0;
        for (int length = 0; length <= Arguments.Length; length++)
        {
            string declaration = $"[Network({Arguments[..length]})] public partial class Net;";
            CSharpCompilation compilation = TestCompilation.Create(Usings + declaration);
            bool isDeclared = compilation.GetTypeByMetadataName("Net")?.GetAttributes().Any(x => x.AttributeClass?.Name == "NetworkAttribute") == true;
            if (isDeclared)
            {
                declared++;
                Assert.True(ErrorsOutside(declaration, User) is [], $"{declaration}\n{string.Join("\n", ErrorsOutside(declaration, User))}");
            }
        }

        Assert.InRange(declared, Arguments.Length * 3 / 4, Arguments.Length + 1);
    }

    [Fact]
    public void A_stub_does_not_compute() => Assert.Contains(
        "throw new global::System.InvalidOperationException(\"The declaration of the network has errors.\")",
        GeneratorRun.Of(TestCompilation.Create(Usings + "[Network([2], [], Loss.Huber)] partial class Net;")).TextOf("Net"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Layers")]
    [InlineData("Forward")]
    [InlineData("InputSize")]
    public void A_class_that_is_named_as_a_member_has_the_others_and_meets_the_contract(string name) => Assert.Empty(ErrorsOutside(
        $"[Network([2, 1], [Activation.Tanh], Loss.Huber)] partial class {name};",
        $"class User {{ float Use({name} net, ITrainableNetwork<float> any) {{ any = net; any.Forward([], []); return net.Evaluate([], new float[{name}.OutputSize]); }} }}"));

    [Theory]
    [InlineData("static partial class Net;")]
    [InlineData("file partial class Net;")]
    [InlineData("partial interface Net;")]
    [InlineData("ref partial struct Net;")]
    public void Where_no_member_can_be_added_nothing_is(string declaration) => Assert.Empty(
        GeneratorRun.Of(TestCompilation.Create($"{Usings}[Network([2, 1], [Activation.Tanh], Loss.Huber)] {declaration}")).Files);

    private static string[] ErrorsOutside(string declaration, string user)
    {
        CSharpCompilation compilation = TestCompilation.Create(Usings + declaration, Usings + user);
        return
        [
            .. GeneratorRun.Of(compilation).Output.GetDiagnostics()
                .Where(x => x.Severity == DiagnosticSeverity.Error && x.Location.SourceTree != compilation.SyntaxTrees[0])
                .Select(x => x.ToString()),
        ];
    }
}
