using System.Globalization;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Harness;

/// <summary>The C# text of a declaration, with only the options that differ from their defaults.</summary>
internal static class NetworkSource
{
    public const string Namespace = "Declared";

    /// <summary>A source file with one network.</summary>
    public static string File(NetworkSpec spec, string className) => $"""
        namespace {Namespace};

        using NetGen;

        /// <summary>A network under test.</summary>
        {Declaration(spec, className)}
        """;

    public static string Declaration(NetworkSpec spec, string className) =>
        $"{Attribute(spec)}\npublic sealed partial class {className};";

    public static string Attribute(NetworkSpec spec)
    {
        string activations = string.Join(", ", spec.Activations.Select(Text));
        string[] arguments = [$"[{string.Join(", ", spec.Layers.Select(Integer))}]", $"[{activations}]", Text(spec.Loss), .. Options(spec)];
        return $"[Network({string.Join(", ", arguments)})]";
    }

    /// <summary>The structs that the declarations name, each once.</summary>
    public static IEnumerable<string> OwnOperatorFiles(IEnumerable<NetworkSpec> specs) =>
        specs.SelectMany(spec => spec.Activations.Select(x => x.Own?.Source).Append(spec.Loss.Own?.Source))
            .OfType<string>().Distinct().Select(source => $"namespace {Namespace};\n\n{source}\n");

    private static IEnumerable<string> Options(NetworkSpec spec)
    {
        NetworkSpec plain = new(spec.Layers, spec.Activations, spec.Loss);
        return new (string Name, object Value, object Default)[]
        {
            ("Precision", spec.Precision, plain.Precision),
            ("Initializer", spec.Initializer, plain.Initializer),
            ("Reduction", spec.Reduction, plain.Reduction),
            ("Bias", spec.Bias, plain.Bias),
            ("LeakyReLUSlope", spec.LeakyReLUSlope, plain.LeakyReLUSlope),
            ("ELUAlpha", spec.ELUAlpha, plain.ELUAlpha),
            ("ReLUGradientAtZero", spec.ReLUGradientAtZero, plain.ReLUGradientAtZero),
            ("HuberDelta", spec.HuberDelta, plain.HuberDelta),
            ("HingeMargin", spec.HingeMargin, plain.HingeMargin),
        }.Where(x => !x.Value.Equals(x.Default)).Select(x => $"{x.Name} = {Constant(x.Value)}");
    }

    private static string Text(ActivationSpec activation) => activation.Own is { } own ? own.TypeExpression : Constant(activation.BuiltIn);

    private static string Text(LossSpec loss) => loss.Own is { } own ? own.TypeExpression : Constant(loss.BuiltIn!.Value);

    private static string Constant(object value) => value switch
    {
        bool x => x ? "true" : "false",
        double x => x.ToString("R", CultureInfo.InvariantCulture),
        Enum x => $"{x.GetType().Name}.{x}",
        _ => throw new ArgumentException($"not an attribute argument: {value}", nameof(value)),
    };

    private static string Integer(int value) => value.ToString(CultureInfo.InvariantCulture);
}
