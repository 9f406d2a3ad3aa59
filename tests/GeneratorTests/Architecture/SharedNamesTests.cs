extern alias Generator;

using System.Reflection;
using Generator::NetGen.Generator.Frontend;
using Generator::NetGen.Generator.Frontend.Calls;

namespace NetGen.GeneratorTests.Architecture;

/// <summary>The generator and the runtime agree through names and linked files.</summary>
public sealed class SharedNamesTests
{
    [Fact]
    public void Enums_of_the_generator_are_those_of_the_runtime()
    {
        AssertSame<Activation, Generator::NetGen.Activation>();
        AssertSame<Loss, Generator::NetGen.Loss>();
        AssertSame<Precision, Generator::NetGen.Precision>();
        AssertSame<Initializer, Generator::NetGen.Initializer>();
        AssertSame<LossReduction, Generator::NetGen.LossReduction>();
    }

    [Fact]
    public void Attributes_and_operators_have_the_names_that_the_generator_looks_for()
    {
        Assert.Equal(KnownNames.Attribute, typeof(NetworkAttribute).Name);
        Assert.Equal(KnownNames.Attribute + "`1", typeof(NetworkAttribute<>).Name);
        Assert.Equal(KnownNames.Attribute, KnownNames.ShortAttribute + nameof(System.Attribute));
        Assert.Equal(KnownNames.NetworkInterface, typeof(INetwork<>).FullName);
        Assert.Equal(KnownNames.Activation + "`1", typeof(IActivation<>).Name);
        Assert.Equal(KnownNames.Loss + "`1", typeof(ILoss<>).Name);
        Assert.Equal(KnownNames.LabelLoss + "`1", typeof(ILabelLoss<>).Name);
        Assert.Equal(KnownNames.Namespace, typeof(ILoss<>).Namespace);
    }

    [Fact]
    public void Every_member_of_the_interfaces_is_a_generated_name()
    {
        IEnumerable<string> names = new[] { typeof(INetwork<>), typeof(ITrainableNetwork<>), typeof(IClassifierNetwork<>) }
            .SelectMany(contract => contract.GetMembers())
            .Select(member => member.Name)
            .Where(name => !name.StartsWith("get_", StringComparison.Ordinal))
            .Except([nameof(INetwork<float>.GetLayers)]); // implemented explicitly, so that no member of the user's collides

        Assert.All(names, name => Assert.Contains(name, KnownNames.Members));
    }

    /// <summary>The check of calls goes by the names of members and parameters; one that it does not know would go unchecked.</summary>
    [Fact]
    public void Every_member_with_spans_is_known_to_the_check_of_calls()
    {
        IEnumerable<ParameterInfo> spans = new[] { typeof(INetwork<>), typeof(ITrainableNetwork<>), typeof(IClassifierNetwork<>) }
            .SelectMany(contract => contract.GetMethods())
            .SelectMany(method => method.GetParameters())
            .Where(parameter => parameter.ParameterType.Name is "Span`1" or "ReadOnlySpan`1");

        Assert.All(spans, parameter => Assert.True(LengthCheck.Concerns(parameter.Member.Name), parameter.Member.Name));
        Assert.Equal(
            ["gradient", "input", "inputGradients", "inputs", "jacobian", "labels", "outputGradients", "outputs", "parameterGradient", "targets"],
            spans.Select(parameter => parameter.Name).Distinct().Order(StringComparer.Ordinal));
    }

    private static void AssertSame<TRuntime, TGenerator>()
        where TRuntime : struct, Enum
        where TGenerator : struct, Enum
    {
        Assert.Equal(Enum.GetNames<TRuntime>(), Enum.GetNames<TGenerator>());
        Assert.Equal(Enum.GetValues<TRuntime>().Select(value => Convert.ToInt32(value)), Enum.GetValues<TGenerator>().Select(value => Convert.ToInt32(value)));
    }
}
