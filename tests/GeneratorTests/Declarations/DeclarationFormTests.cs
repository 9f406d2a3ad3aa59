using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Declarations;

/// <summary>Forms of C# that a declaration may take: each compiles without a warning and loads.</summary>
public class DeclarationFormTests
{
    private const string Attribute = "[global::NetGen.Network([2, 3, 1], [global::NetGen.Activation.Tanh, global::NetGen.Activation.Sigmoid], global::NetGen.Loss.BinaryCrossEntropy)]";

    [Theory]
    [InlineData("[2, 3, 1], [Activation.Tanh, Activation.Sigmoid], Loss.BinaryCrossEntropy")]
    [InlineData("new[] { 2, 3, 1 }, new[] { Activation.Tanh, Activation.Sigmoid }, Loss.BinaryCrossEntropy")]
    [InlineData("new int[] { 2, 3, 1 }, new Activation[] { Activation.Tanh, Activation.Sigmoid }, Loss.BinaryCrossEntropy")]
    [InlineData("layers: [2, 3, 1], activations: [Activation.Tanh, Activation.Sigmoid], loss: Loss.BinaryCrossEntropy")]
    [InlineData("loss: Loss.BinaryCrossEntropy, activations: [Activation.Tanh, Activation.Sigmoid], layers: [2, 3, 1]")]
    [InlineData("[1 + 1, Sizes.Hidden, 1], [Sizes.Inner, (Activation)1], Loss.BinaryCrossEntropy")]
    public void Arguments_may_be_written_in_every_way_that_the_compiler_accepts(string arguments)
    {
        Assembly assembly = Compile($$"""
            using NetGen;
            internal static class Sizes { public const int Hidden = 3; public const Activation Inner = Activation.Tanh; }
            [Network({{arguments}})]
            internal partial class Net;
            """);
        Assert.Equal(3 * 3 + 4, ParameterCount(assembly, "Net"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_stack_is_not_cleared_where_the_project_allows_unsafe_code(bool allowsUnsafe)
    {
        CSharpCompilation compilation = TestCompilation.Create($"{Attribute} internal partial class Net;");
        GeneratorRun run = GeneratorRun.Of(compilation.WithOptions(compilation.Options.WithAllowUnsafe(allowsUnsafe)));
        Type kernels = CompiledAssembly.Load(run.Output).GetTypes().Single(type => type.Name.EndsWith("Kernels", StringComparison.Ordinal));
        MethodBody row = kernels.GetMethod("ForwardRow", BindingFlags.Public | BindingFlags.Static)!.GetMethodBody()!;
        Assert.NotEmpty(row.LocalVariables);
        Assert.Equal(!allowsUnsafe, row.InitLocals);
    }

    [Theory]
    [InlineData("{0} internal partial class Net {{ }}", "Net")]
    [InlineData("namespace A.B {{ {0} internal sealed partial class Net; }}", "A.B.Net")]
    [InlineData("namespace A.@event.@class {{ {0} internal partial class @object; }}", "A.event.class.object")]
    [InlineData("internal partial class Outer {{ {0} private partial class Net; }}", "Outer+Net")]
    [InlineData("internal static partial class Outer {{ {0} internal partial class Net; }}", "Outer+Net")]
    [InlineData("internal partial struct Outer {{ {0} internal partial class Net; }}", "Outer+Net")]
    [InlineData("internal partial record Outer {{ {0} internal partial class Net; }}", "Outer+Net")]
    [InlineData("internal partial record struct Outer {{ {0} internal partial class Net; }}", "Outer+Net")]
    [InlineData("internal partial interface Outer {{ {0} internal partial class Net; }}", "Outer+Net")]
    [InlineData("internal partial class A {{ internal partial class B {{ {0} protected partial class Net; }} }}", "A+B+Net")]
    [InlineData("internal readonly partial struct Outer {{ {0} internal partial class Net; }}", "Outer+Net")]
    [InlineData("internal ref partial struct Outer {{ {0} internal partial class Net; }}", "Outer+Net")]
    [InlineData("namespace Überwachung {{ {0} internal partial class Größe; }}", "Überwachung.Größe")]
    [InlineData("namespace NetGen {{ {0} internal partial class Net; }}", "NetGen.Net")]
    [InlineData("namespace NetGen.Generated {{ {0} internal partial class Net; }}", "NetGen.Generated.Net")]
    [InlineData("namespace System.Numerics {{ {0} internal partial class Net; }}", "System.Numerics.Net")]
    public void A_network_may_stand_anywhere(string declaration, string metadataName) =>
        Assert.Equal(13, ParameterCount(Compile(string.Format(null, declaration, Attribute)), metadataName));

    [Theory]
    [InlineData("ReLU")]
    [InlineData("Tanh")]
    [InlineData("Vector")]
    [InlineData("Unsafe")]
    [InlineData("Block")]
    [InlineData("System")]
    [InlineData("NetGen")]
    [InlineData("Span")]
    [InlineData("Network")]
    [InlineData("@event")]
    [InlineData("@required")]
    [InlineData("@file")]
    [InlineData("@scoped")]
    [InlineData("@record")]
    [InlineData("@nameof")]
    [InlineData("@extension")]
    public void A_network_may_have_any_name(string name) =>
        Assert.Equal(13, ParameterCount(Compile($"namespace Named {{ {Attribute} internal partial class {name}; }}"), $"Named.{name.TrimStart('@')}"));

    [Theory]
    [InlineData("namespace A { {0} internal partial class Net; } namespace B { {0} internal partial class Net; }", "A.Net", "B.Net")]
    [InlineData("{0} internal partial class Net; {0} internal partial class NET;", "Net", "NET")]
    [InlineData("internal partial class A { {0} internal partial class B; } {0} internal partial class A_B;", "A+B", "A_B")]
    [InlineData("namespace A { {0} internal partial class B; } internal partial class C { {0} internal partial class B; }", "A.B", "C+B")]
    [InlineData("{0} internal partial class Net1; {0} internal partial class Net<T>;", "Net1", "Net`1")]
    [InlineData("namespace A { {0} internal partial class Net; } namespace a { {0} internal partial class Net; }", "A.Net", "a.Net")]
    [InlineData("namespace A.B { {0} internal partial class C; } namespace A { internal partial class B_ { {0} internal partial class C; } }", "A.B.C", "A.B_+C")]
    public void Similar_names_do_not_collide(string declarations, params string[] metadataNames)
    {
        Assembly assembly = Compile(declarations.Replace("{0}", Attribute));
        Assert.All(metadataNames, name => Assert.NotNull(assembly.GetType(name)));
    }

    [Theory]
    [InlineData("internal partial class Net<T> where T : struct;", "Net`1")]
    [InlineData("internal partial class Net<T1, @in>;", "Net`2")]
    public void A_network_may_be_generic(string declaration, string metadataName) =>
        Assert.NotNull(Compile($"{Attribute} {declaration}").GetType(metadataName));

    [Theory]
    [InlineData("internal partial class Net : System.ICloneable { public object Clone() => MemberwiseClone(); }")]
    [InlineData("internal partial class Net : NetGen.ITrainableNetwork<float>;")]
    [InlineData("internal abstract partial class Net;")]
    [InlineData("internal class Base { protected Base() { } } internal partial class Net : Base;")]
    [InlineData("internal class Base { public int Count { get; set; } } internal sealed partial class Net : Base { public string Name => nameof(Net); }")]
    [InlineData("internal partial class Net { public Net(string name) : this(name.Length) { } }")]
    [InlineData("internal partial class Net { static Net() { } public static int Instances { get; set; } }")]
    [InlineData("internal partial class Net { private readonly float[] _scratch = new float[1]; public float Predict(float x, float y) { Forward([x, y], _scratch); return _scratch[0]; } }")]
    public void A_network_may_have_bases_and_members_of_its_own(string declaration)
    {
        int at = declaration.IndexOf("internal partial class Net", StringComparison.Ordinal);
        at = at >= 0 ? at : declaration.LastIndexOf("internal ", StringComparison.Ordinal);
        Assert.NotNull(Compile(declaration.Insert(at, Attribute + " ")).GetType("Net"));
    }

    [Fact]
    public void A_network_may_be_spread_over_files() =>
        Assert.Equal(13, ParameterCount(Compile($"{Attribute} internal partial class Net;", "partial class Net { public int Own => ParameterCount; }"), "Net"));

    [Fact]
    public void Own_operators_of_one_name_in_two_namespaces_are_told_apart()
    {
        string first = OwnActivations.Scalar("Own", "z", "TSimd.Create(1.0)", z => z, _ => 1).Source;
        string second = OwnActivations.Scalar("Own", "TSimd.Add(z, z)", "TSimd.Create(2.0)", z => 2 * z, _ => 2).Source;
        Compile(
            $"namespace A {{ {first} }}",
            $"namespace B {{ {second} }}",
            "using NetGen; [Network([2, 2, 2], [typeof(A.Own<>), typeof(B.Own<>)], Loss.Huber)] internal partial class Net;");
    }

    [Theory]
    [InlineData("internal struct Mine<T> : NetGen.ILoss<T> where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>", "[Network<Mine<float>>([2, 2], [Activation.Tanh])]")]
    [InlineData("internal struct Mine<T> : NetGen.ILoss<T> where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>", "[Network<Mine<double>>([2, 2], [Activation.Tanh], Precision = Precision.Double)]")]
    [InlineData("internal struct Mine<T> : NetGen.ILoss<T> where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>", "[Network([2, 2], [Activation.Tanh], typeof(Mine<>))]")]
    [InlineData("internal struct Mine<T> : NetGen.ILoss<T> where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>", "[Network([2, 2], [Activation.Tanh], typeof(Mine<float>))]")]
    public void An_own_loss_may_be_named_by_a_generic_argument_or_a_type(string loss, string attribute) => Compile($$"""
        using System;
        using NetGen;
        {{loss}}
        {
            public static T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets) => outputs[0] - targets[0];
            public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient) { gradient.Clear(); gradient[0] = T.One; return Evaluate(outputs, targets); }
        }
        {{attribute}} internal partial class Net;
        """);

    [Theory]
    [InlineData("global using Vector = System.Console; global using Unsafe = System.Math; global using Block = System.Console; global using ReLU = System.Math;")]
    [InlineData("global using static System.Math; global using System.Threading.Tasks; global using System.Numerics;")]
    public void Global_usings_of_the_project_do_not_reach_into_the_generated_code(string usings) =>
        Compile(usings, $"{Attribute} internal partial class Net;", "[NetGen.Network([2, 3, 1], [NetGen.Activation.ReLU, NetGen.Activation.Sigmoid], NetGen.Loss.BinaryCrossEntropy)] internal partial class Other;");

    [Fact]
    public void Types_of_the_user_do_not_shadow_those_of_the_generated_code() => Compile(
        $"{Attribute} internal partial class Net;",
        "internal static class Unsafe; internal static class MemoryMarshal; internal struct Span<T>; internal class Vector; internal class Block; internal class Scratch<T>; internal static class Elementwise;");

    [Fact]
    public void Generated_code_compiles_as_the_oldest_supported_language()
    {
        CSharpParseOptions old = TestCompilation.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp13);
        CSharpCompilation compilation = TestCompilation.Create();
        compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText($"{Attribute} internal partial class Net;", old, encoding: System.Text.Encoding.UTF8));
        GeneratorDriver driver = GeneratorRun.CreateDriver(old).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        CompiledAssembly.Load(output);
    }

    private static Assembly Compile(params string[] files) => CompiledAssembly.Load(GeneratorRun.Of(TestCompilation.Create(files)).Output);

    private static object? ParameterCount(Assembly assembly, string type) =>
        assembly.GetType(type, throwOnError: true)!.GetField("ParameterCount")!.GetRawConstantValue();
}
