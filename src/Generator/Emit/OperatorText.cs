using NetGen.Generator.Model;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>How operators are named in generated code: by short aliases that are declared at the top of the file.</summary>
internal static class OperatorText
{
    private const string Activations = "global::NetGen.Activations.";
    private const string Losses = "global::NetGen.Losses.";

    /// <summary>The using directives for the operators of a network, each once, in a stable order.</summary>
    public static IEnumerable<string> Aliases(NetworkSchedule schedule, Names names)
    {
        NetworkOptions options = schedule.Declaration.Options;
        IEnumerable<(string Name, string Type)> activations = schedule.Declaration.Activations
            .Where(activation => !activation.Is(Activation.Identity))
            .Select(activation => (activation.Alias, TypeOf(activation, options, names)));
        return activations
            .Append((schedule.Loss.Alias, TypeOf(schedule.Loss, names)))
            .Distinct()
            .OrderBy(alias => alias.Item1, StringComparer.Ordinal)
            .Select(alias => $"using {alias.Item1} = {alias.Item2};");
    }

    /// <summary>The parameters of operators that the network uses, and their values.</summary>
    public static IEnumerable<(string Parameter, double Value)> Parameters(NetworkSchedule schedule)
    {
        NetworkOptions options = schedule.Declaration.Options;
        return schedule.Declaration.Activations
            .Select(activation => ParameterOf(activation, options))
            .Append(ParameterOf(schedule.Loss, options))
            .OfType<(string Name, double Value)>()
            .Distinct()
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal);
    }

    private static string TypeOf(ActivationSpec activation, NetworkOptions options, Names names)
    {
        if (activation.OwnType is { } own)
        {
            return own;
        }

        return ParameterOf(activation, options) is { } parameter
            ? $"{Activations}{activation.BuiltIn}<{names.T}, {names.Constant(parameter.Name)}>"
            : $"{Activations}{activation.BuiltIn}<{names.T}>";
    }

    private static string TypeOf(LossSpec loss, Names names)
    {
        if (loss.OwnType is { } own)
        {
            return own;
        }

        string type = loss.BuiltIn switch
        {
            Loss.Huber => $"{Losses}Huber<{names.T}, {names.Constant("HuberDelta")}>",
            Loss.MulticlassHinge or Loss.BinaryHinge => $"{Losses}{loss.BuiltIn}<{names.T}, {names.Constant("HingeMargin")}>",
            _ => $"{Losses}{loss.BuiltIn}<{names.T}>",
        };
        return IsElementwise(loss.BuiltIn) ? $"{Losses}ElementwiseLoss<{type}, {names.T}>" : type;
    }

    private static bool IsElementwise(Loss loss) => loss is not (Loss.CategoricalCrossEntropy
        or Loss.SoftmaxCrossEntropy
        or Loss.NegativeLogLikelihood
        or Loss.MulticlassHinge
        or Loss.CosineDistance);

    private static (string Name, double Value)? ParameterOf(ActivationSpec activation, NetworkOptions options)
    {
        if (activation.IsOwn)
        {
            return null;
        }

        return activation.BuiltIn switch
        {
            Activation.LeakyReLU => ("LeakyReLUSlope", options.LeakyReLUSlope),
            Activation.ELU => ("ELUAlpha", options.ELUAlpha),
            Activation.ReLU when options.ReLUGradientAtZero != 0 => ("ReLUGradientAtZero", options.ReLUGradientAtZero),
            _ => null,
        };
    }

    private static (string Name, double Value)? ParameterOf(LossSpec loss, NetworkOptions options)
    {
        if (loss.IsOwn)
        {
            return null;
        }

        return loss.BuiltIn switch
        {
            Loss.Huber => ("HuberDelta", options.HuberDelta),
            Loss.MulticlassHinge or Loss.BinaryHinge => ("HingeMargin", options.HingeMargin),
            _ => null,
        };
    }
}
