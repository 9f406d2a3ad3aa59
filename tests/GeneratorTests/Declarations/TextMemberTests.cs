using NetGen.GeneratorTests.Harness;

namespace NetGen.GeneratorTests.Declarations;

/// <summary><c>ToString</c> and <c>[DebuggerDisplay]</c> of the generated class.</summary>
public class TextMemberTests
{
    private const string Attribute = "[NetGen.Network([2, 3, 1], [NetGen.Activation.Tanh, NetGen.Activation.Sigmoid], NetGen.Loss.BinaryCrossEntropy)]";

    [Fact]
    public void A_network_prints_the_table_of_its_layers() => Assert.Equal(
        """
        Net: 13 parameters, 52 bytes
        layer     shape   activation  parameters
        layers.0  2 -> 3  Tanh                 9
        layers.1  3 -> 1  Sigmoid              4
        total                                 13
        """.ReplaceLineEndings("\n"),
        Text($"{Attribute} internal partial class Net;"));

    [Fact]
    public void A_generic_network_prints_its_name_without_a_number() =>
        Assert.StartsWith("Net: 13 parameters", Text($"{Attribute} internal partial class Net<TKey>;", "Net`1"));

    [Theory]
    [InlineData("internal partial class Net { public override string ToString() => \"own\"; }")]
    [InlineData("internal partial class Net : Base; internal class Base { public override string ToString() => \"own\"; }")]
    [InlineData("internal partial class Net : Base; internal class Base { public sealed override string ToString() => \"own\"; }")]
    public void A_ToString_of_the_user_s_stays(string declaration) => Assert.Equal("own", Text($"{Attribute} {declaration}"));

    [Theory]
    [InlineData("internal partial class Net { internal string ToString(int width) => $\"{width}\"; }")]
    [InlineData("internal partial class Net : Base; internal abstract class Base { public abstract override string ToString(); }")]
    public void A_ToString_that_needs_another_does_not_stand_in_the_way(string declaration) =>
        Assert.StartsWith("Net: 13 parameters", Text($"{Attribute} {declaration}"));

    [Fact]
    public void The_debugger_shows_the_sizes() => Assert.Equal("2-3-1, 13 parameters", DebuggerDisplay($"{Attribute} internal partial class Net;"));

    [Fact]
    public void A_DebuggerDisplay_of_the_user_s_stays() =>
        Assert.Equal("own", DebuggerDisplay($"{Attribute} [System.Diagnostics.DebuggerDisplay(\"own\")] internal partial class Net;"));

    private static string Text(string source, string name = "Net")
    {
        Type type = TypeOf(source, name);
        Type closed = type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(int)) : type;
        return Activator.CreateInstance(closed, 0)!.ToString()!;
    }

    private static object? DebuggerDisplay(string source) => Assert.Single(
        TypeOf(source, "Net").GetCustomAttributesData(), x => x.AttributeType.Name == "DebuggerDisplayAttribute").ConstructorArguments[0].Value;

    private static Type TypeOf(string source, string name) =>
        CompiledAssembly.Load(GeneratorRun.Of(TestCompilation.Create(source)).Output).GetType(name, throwOnError: true)!;
}
