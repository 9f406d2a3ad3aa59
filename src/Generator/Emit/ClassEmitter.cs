using NetGen.Generator.Model;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Prints the user's class: its facts, its parameters, and members that check their arguments and call the kernels.</summary>
internal sealed class ClassEmitter(SourceWriter writer, NetworkSchedule schedule, Names names)
{
    private NetworkDeclaration Declaration => schedule.Declaration;

    private string T => names.T;

    public void Emit() => TargetBlocks.Emit(writer, Declaration.Target, EmitClass);

    private void EmitClass()
    {
        new NetworkRemarks(writer, schedule).Emit();
        EmitDebuggerDisplay();
        string contract = schedule.TakesLabels ? "IClassifierNetwork" : "ITrainableNetwork";
        using (writer.Block($"partial class {Declaration.Target.Name}{Declaration.Target.TypeParameters} : global::NetGen.{contract}<{T}>"))
        {
            EmitFacts();
            EmitParameters();
            new InferenceMembers(writer, schedule, names).Emit();
            new TrainingMembers(writer, schedule, names).Emit();
            EmitToString();
            EmitInterfaceFacts();
        }
    }

    private void EmitDebuggerDisplay()
    {
        if (Declaration.Target.TakesDebuggerDisplay)
        {
            string sizes = string.Join("-", Declaration.Sizes.Select(Literal.Of));
            writer.Line($"[global::System.Diagnostics.DebuggerDisplay(\"{sizes}, {Literal.Of(schedule.ParameterCount)} parameters\")]");
        }
    }

    private void EmitToString()
    {
        if (Declaration.Target.TakesToString)
        {
            writer.Line();
            writer.Line("/// <summary>The layers with their shapes, activations and numbers of parameters, as a table.</summary>");
            writer.Line(Names.GeneratedCode);
            writer.Line($"public override string ToString() => global::NetGen.NetworkSummary.Of<{T}>(this);");
        }
    }

    private void EmitFacts()
    {
        EmitConstant("Number of inputs of a row.", "InputSize", Declaration.InputSize);
        EmitConstant("Number of outputs of a row.", "OutputSize", Declaration.OutputSize);
        EmitConstant("Number of weights and biases.", "ParameterCount", schedule.ParameterCount);
        writer.Line(Names.GeneratedCode);
        writer.Line($"private readonly global::NetGen.CompilerServices.ParameterMemory<{T}> _parameters;");
        writer.Line();
    }

    private void EmitConstant(string summary, string name, int value)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Line($"public const int {name} = {Literal.Of(value)};");
        writer.Line();
    }

    private void EmitParameters()
    {
        writer.Line("/// <summary>Creates the network with weights drawn from a seed; biases are zero.</summary>");
        writer.Line("/// <param name=\"seed\">The same seed gives the same bits on every machine.</param>");
        writer.Line(Names.GeneratedCode);
        using (writer.Block($"public {Declaration.Target.Name}(int seed = 0)"))
        {
            writer.Line($"_parameters = new global::NetGen.CompilerServices.ParameterMemory<{T}>(ParameterCount);");
            writer.Line($"global::NetGen.Initialization.Initializers.Initialize(_parameters.Span, Layers, global::NetGen.Initializer.{Declaration.Options.Initializer.ToString()}, seed);");
        }

        writer.Line();
        writer.Line("/// <summary>The layers in order.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Line($"public static global::System.ReadOnlySpan<global::NetGen.LayerInfo> Layers => {names.LayersQualified}.All;");
        writer.Line();
        writer.Line("/// <summary>");
        writer.Line("/// A live view of all parameters: per layer the weights <c>[in, out]</c> row-major (z = a·W + b), then the biases.");
        writer.Line("/// </summary>");
        writer.Line(Names.GeneratedCode);
        writer.Line($"public global::System.Span<{T}> Parameters => _parameters.Span;");
        writer.Line();
    }

    private void EmitInterfaceFacts()
    {
        foreach (string fact in new[] { "InputSize", "OutputSize", "ParameterCount" })
        {
            writer.Line();
            writer.Line(Names.GeneratedCode);
            writer.Line($"static int global::NetGen.INetwork<{T}>.{fact} => {fact};");
        }

        writer.Line();
        writer.Line(Names.GeneratedCode);
        writer.Line($"global::System.ReadOnlySpan<global::NetGen.LayerInfo> global::NetGen.INetwork<{T}>.GetLayers() => Layers;");
    }
}
