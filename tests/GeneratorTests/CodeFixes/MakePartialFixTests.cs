using NetGen.CodeFixes;
using static NetGen.GeneratorTests.CodeFixes.FixVerifier;

namespace NetGen.GeneratorTests.CodeFixes;

/// <summary>The fix of classes and containing types that are not partial.</summary>
public class MakePartialFixTests
{
    private const string Attribute = "[Network([2, 1], [Activation.Sigmoid], Loss.BinaryCrossEntropy)]";

    [Theory]
    [InlineData("public class Net;", "public partial class Net;")]
    [InlineData("class Net;", "partial class Net;")]
    [InlineData("/* why */ class Net { }", "/* why */ partial class Net { }")]
    [InlineData("public sealed class Net\n{\n}", "public sealed partial class Net\n{\n}")]
    public Task The_class_becomes_partial(string before, string after) => Mends(new MakePartialFix(), $"{Attribute}\n{before}\n", $"{Attribute}\n{after}\n");

    [Fact]
    public Task A_comment_before_a_class_without_modifiers_stays_before_it() => Mends(
        new MakePartialFix(),
        $"public partial class Outer\n{{\n    {Attribute}\n    // The class.\n    class Net;\n}}\n",
        $"public partial class Outer\n{{\n    {Attribute}\n    // The class.\n    partial class Net;\n}}\n");

    [Fact]
    public Task The_class_and_every_type_around_it_become_partial_in_one_fix() => Mends(
        new MakePartialFix(),
        $"class A {{ internal interface B {{ public ref struct C {{ {Attribute} public class Net; }} }} }}",
        $"partial class A {{ internal partial interface B {{ public ref partial struct C {{ {Attribute} public partial class Net; }} }} }}");

    [Fact]
    public Task Types_that_contain_no_network_stay_as_they_are() => Mends(
        new MakePartialFix(),
        $"public class A {{ class Other; {Attribute} public partial class Net; class Another {{ class Inner; }} }}",
        $"public partial class A {{ class Other; {Attribute} public partial class Net; class Another {{ class Inner; }} }}");

    [Fact]
    public Task All_classes_of_a_document_become_partial_at_once() => MendsAll(
        new MakePartialFix(),
        $"class A {{ {Attribute} class B; {Attribute} class C; }} {Attribute} class D; record E {{ {Attribute} partial class F; }}",
        $"partial class A {{ {Attribute} partial class B; {Attribute} partial class C; }} {Attribute} partial class D; partial record E {{ {Attribute} partial class F; }}");
}
