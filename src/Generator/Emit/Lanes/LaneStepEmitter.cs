using NetGen.Generator.Graph;
using NetGen.Generator.Passes;
using NetGen.Generator.Schedule.Lanes;

namespace NetGen.Generator.Emit.Lanes;

/// <summary>Prints the steps of a block as calls, each under a comment that names its layer.</summary>
internal sealed class LaneStepEmitter(SourceWriter writer, NumberType number)
{
    public void Emit(IEnumerable<LaneStep> steps)
    {
        foreach (LaneStep step in steps)
        {
            writer.Line();
            writer.Line($"// {step.Remark}");
            writer.Line(Call(step));
        }
    }

    /// <summary>All rows of a value, those that pad the last tile included.</summary>
    public static string Rows(BufferSlot slot) => $"Block.Rows(ref {slot.Name}, padded, {Literal.Of(slot.Columns)})";

    private string Call(LaneStep step) => step switch
    {
        LaneForwardStep forward => Kernel(LaneForwardWriter.Name(forward.Chain), ["parameters", .. LaneForwardWriter.Operands(forward.Chain)], forward.Chain.IsTraining ? "padded" : "count"),
        LaneActivationStep activation => $"Elementwise.Invoke<{activation.Activation.Alias}, {number.Name}>({Rows(activation.Source)}, {Rows(activation.Result)});",
        LaneDerivativeStep derivative => $"Elementwise.MultiplyByDerivative<{derivative.Activation.Alias}, {number.Name}>({Rows(derivative.Inputs)}, {Rows(derivative.Outputs)}, {Rows(derivative.Gradients)});",
        LaneInputGradientStep gradient => InputGradient(gradient.Layer),
        LaneParameterGradientStep gradient => Kernel(LaneParameterGradientWriter.Name(gradient.Layer), [gradient.Layer.Inputs.Name, gradient.Layer.Gradients.Name, "sums", Parameters("destination", gradient.Layer.Layer)]),
        _ => "",
    };

    private static string InputGradient(LaneTrainedLayer layer)
    {
        string[] outputs = layer.InputDerivative is null ? [] : [layer.Inputs.Name];
        return Kernel(LaneInputGradientWriter.Name(layer), [Parameters("parameters", layer.Layer), layer.Gradients.Name, .. outputs, layer.InputGradients!.Name]);
    }

    private static string Kernel(string name, IEnumerable<string> arguments, string rows = "padded") =>
        $"{name}{LaneText.Arguments}({string.Join(", ", arguments.Select(argument => "ref " + argument))}, {rows});";

    private static string Parameters(string source, DenseLayer layer) => LaneText.Element(source, layer.WeightsOffset);
}
