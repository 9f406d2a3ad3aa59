using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Prints <c>Forward</c> and <c>Jacobian</c>.</summary>
internal sealed class InferenceMembers(SourceWriter writer, NetworkSchedule schedule, Names names)
{
    private string T => names.T;

    public void Emit()
    {
        writer.Lines($"""
            /// <summary>Computes the outputs of whole rows of inputs; one row is the fast path.</summary>
            /// <param name="inputs">{ShapeText.Rows("InputSize", schedule.Declaration.InputSize)}.</param>
            /// <param name="outputs">Receives as many {ShapeText.MoreRows("OutputSize", schedule.Declaration.OutputSize)}.</param>
            /// <exception cref="global::System.ArgumentException">A length does not fit, or spans overlap; nothing is written.</exception>
            """);
        writer.Line(Names.GeneratedCode);
        writer.Line(Names.Optimized);
        using (writer.Block($"public void Forward(global::System.ReadOnlySpan<{T}> inputs, global::System.Span<{T}> outputs)"))
        {
            writer.Line($"ref {T} parameters = ref _parameters.Reference;");
            using (writer.Block("if (global::NetGen.CompilerServices.NetworkGuard.IsRow(inputs, outputs, ref parameters, InputSize, OutputSize, ParameterCount))"))
            {
                writer.Line($"{names.KernelsQualified}.ForwardRow(ref parameters, {names.First("inputs")}, {names.First("outputs")});");
                writer.Line("return;");
            }

            writer.Line();
            writer.Line($"{names.KernelsQualified}.ForwardRows(in _parameters, inputs, outputs);");
        }

        writer.Line();
        EmitJacobian();
    }

    private void EmitJacobian()
    {
        writer.Lines($"""
            /// <summary>Computes ∂output/∂input of one row.</summary>
            /// <param name="input">{ShapeText.Row("InputSize", schedule.Declaration.InputSize)}.</param>
            /// <param name="jacobian">Receives <c>[{Literal.Of(schedule.Declaration.OutputSize)}, {Literal.Of(schedule.Declaration.InputSize)}]</c> row-major.</param>
            /// <exception cref="global::System.ArgumentException">A length does not fit, or spans overlap; nothing is written.</exception>
            """);
        writer.Line(Names.GeneratedCode);
        using (writer.Block($"public void Jacobian(global::System.ReadOnlySpan<{T}> input, global::System.Span<{T}> jacobian)"))
        {
            writer.Line("global::NetGen.CompilerServices.NetworkGuard.Jacobian(input, jacobian, _parameters.Span, InputSize, OutputSize);");
            writer.Line($"{names.KernelsQualified}.Jacobian(ref _parameters.Reference, input, jacobian);");
        }

        writer.Line();
    }
}
