using static NetGen.GeneratorTests.Diagnostics.AnalyzerVerifier;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>Errors of the class that carries the attribute.</summary>
public class TargetDiagnosticTests
{
    private const string Attribute = "[Network([2, 1], [Activation.Sigmoid], Loss.BinaryCrossEntropy)]";

    [Fact]
    public Task A_partial_class_is_fine() => ReportsNothing($"{Attribute} public partial class Net;");

    [Fact]
    public Task A_class_that_is_not_partial() => ReportsError(
        $"{Attribute} public class {{|NETGEN001:Net|}};",
        "Class 'Net' must be partial, so that the network's members can be added to it");

    [Fact]
    public Task A_containing_type_that_is_not_partial() => ReportsError(
        $"public class {{|NETGEN002:Outer|}} {{ public partial struct Middle {{ {Attribute} public partial class Net; }} }}",
        "Type 'Outer' must be partial, because it contains the network class 'Net'");

    [Fact]
    public Task Every_containing_type_that_is_not_partial() => ReportsError(
        $"public class {{|NETGEN002:A|}} {{ public interface {{|NETGEN002:B|}} {{ {Attribute} public class {{|NETGEN001:Net|}}; }} }}",
        "Type 'A' must be partial, because it contains the network class 'Net'",
        "Type 'B' must be partial, because it contains the network class 'Net'",
        "Class 'Net' must be partial, so that the network's members can be added to it");

    [Theory]
    [InlineData("public partial record {|NETGEN003:Net|};", "it is a record, whose equality and copying do not know the parameters")]
    [InlineData("public static partial class {|NETGEN003:Net|};", "it is static, but a network has parameters of its own")]
    [InlineData("file partial class {|NETGEN003:Net|};", "it is file-local, so members cannot be added to it from another file")]
    [InlineData("public partial struct {|NETGEN003:Net|};", "only classes can")]
    [InlineData("public partial interface {|NETGEN003:Net|};", "only classes can")]
    public Task A_kind_of_type_that_cannot_be_a_network(string declaration, string reason) =>
        ReportsError($"{Attribute} {declaration}", $"'Net' cannot be a network: {reason}");

    [Fact]
    public Task A_class_inside_a_file_local_type() => ReportsError(
        $"file partial class Outer {{ {Attribute} internal partial class {{|NETGEN003:Net|}}; }}",
        "'Net' cannot be a network: it is inside a file-local type, so members cannot be added to it from another file");

    [Theory]
    [InlineData("Forward")]
    [InlineData("Parameters")]
    [InlineData("Layers")]
    [InlineData("InputSize")]
    public Task A_class_named_like_a_generated_member(string name) => ReportsError(
        $"{Attribute} public partial class {{|NETGEN003:{name}|}};",
        $"'{name}' cannot be a network: its name is that of a member which the network generates");

    [Theory]
    [InlineData("public const int {|NETGEN009:InputSize|} = 2;", "InputSize")]
    [InlineData("public int {|NETGEN009:OutputSize|} => 1;", "OutputSize")]
    [InlineData("public static int {|NETGEN009:ParameterCount|} { get; }", "ParameterCount")]
    [InlineData("public int[] {|NETGEN009:Layers|}() => [];", "Layers")]
    [InlineData("public float[] {|NETGEN009:Parameters|} { get; } = [];", "Parameters")]
    [InlineData("public float {|NETGEN009:Forward|}(float x) => x;", "Forward")]
    [InlineData("public class {|NETGEN009:Jacobian|};", "Jacobian")]
    [InlineData("public event EventHandler? {|NETGEN009:Evaluate|} { add { } remove { } }", "Evaluate")]
    [InlineData("public void {|NETGEN009:Backward|}() { }", "Backward")]
    [InlineData("public void {|NETGEN009:SgdStep|}() { }", "SgdStep")]
    [InlineData("public void {|NETGEN009:VectorJacobianProduct|}() { }", "VectorJacobianProduct")]
    [InlineData("private readonly float[] {|NETGEN009:_parameters|} = [];", "_parameters")]
    [InlineData("public {|NETGEN009:Net|}(int other) { }", "Net(int)")]
    public Task A_member_with_a_generated_name(string member, string name) => ReportsError(
        $"{Attribute} public partial class Net {{ {member} }}",
        $"'Net' already has a member '{name}', which the network generates");

    [Fact]
    public Task A_network_declared_twice() => ReportsError(
        $"{Attribute} [Network<Own>([2, 1], [Activation.Sigmoid])] public partial class {{|NETGEN011:Net|}}; {OwnLossSource}",
        "'Net' has both [Network] and [Network<TLoss>]; keep one of them");

    /// <summary>The compiler reports the duplicate; neither the generator nor the analyzer may fall over it.</summary>
    [Fact]
    public void Two_parts_with_the_attribute_do_not_end_the_generator() => Harness.GeneratorRun.Of(Harness.TestCompilation.Create(
        $"using NetGen; {Attribute} public partial class Net; {Attribute} public partial class Net;"));

    [Theory]
    [InlineData("public partial class {|NETGEN003:Net|}(string name) { public string Name => name; }", "it has a primary constructor, which the generated constructor cannot call")]
    [InlineData("public partial class {|NETGEN003:Net|} : Base; public class Base(string name) { public string Name => name; }", "its base class 'Base' has no constructor without parameters")]
    [InlineData("public partial class {|NETGEN003:Net|} : Base; public class Base { private Base() { } public static Base Instance { get; } = new(); }", "its base class 'Base' has no constructor without parameters")]
    [InlineData("public partial class {|NETGEN003:Net|} : Middle; public class Middle : Base; [Network([2, 1], [Activation.Tanh], Loss.Huber)] public partial class Base;", "its base class 'Base' is a network already")]
    [InlineData("public partial class Net { public {|NETGEN003:Net|}() { } }", "this constructor does not call the generated one by ': this(seed)' and would leave it without parameters")]
    [InlineData("public partial class Net { public {|NETGEN003:Net|}(string name) : base() { } }", "this constructor does not call the generated one by ': this(seed)' and would leave it without parameters")]
    public Task A_class_whose_constructors_the_generated_one_does_not_fit(string declaration, string reason) =>
        ReportsError($"{Attribute} {declaration}", $"'Net' cannot be a network: {reason}");

    [Theory]
    [InlineData("public partial class Net { public Net() : this(7) { } }")]
    [InlineData("public partial class Net { private Net(string name) : this(name.Length) { } static Net() { } }")]
    [InlineData("public partial class Net : Base; public class Base(string name = \"\") { private int InputSize => name.Length; public int Size => InputSize; }")]
    public Task A_class_whose_constructors_end_in_the_generated_one_is_fine(string declaration) => ReportsNothing($"{Attribute} {declaration}");

    [Fact]
    public Task A_base_class_with_a_member_of_a_generated_name() => ReportsError(
        $"public class Base {{ protected float[] Parameters {{ get; }} = []; }} {Attribute} public partial class {{|NETGEN009:Net|}} : Base;",
        "'Base' already has a member 'Parameters', which the network generates");

    private const string OwnLossSource = """
        public struct Own : ILoss<float>
        {
            public static float Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets) => 0;
            public static float Differentiate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient) => 0;
        }
        """;
}
