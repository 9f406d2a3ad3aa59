using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Prints the members of <c>ITrainableNetwork</c> and, for losses over classes, their versions with labels.</summary>
internal sealed class TrainingMembers(SourceWriter writer, NetworkSchedule schedule, Names names)
{
    private const string Guard = "global::NetGen.CompilerServices.NetworkGuard";

    private const string Unwritten = "/// <exception cref=\"global::System.ArgumentException\">A length does not fit, there is no row, or spans overlap; nothing is written.</exception>";

    private string T => names.T;

    private string Span => $"global::System.Span<{T}>";

    private string ReadOnlySpan => $"global::System.ReadOnlySpan<{T}>";

    public void Emit()
    {
        EmitAll(new TargetText("targets", ReadOnlySpan, $"As many {ShapeText.MoreRows("OutputSize", schedule.Declaration.OutputSize)}.", "Rows"));
        if (schedule.TakesLabels)
        {
            EmitAll(new TargetText("labels", "global::System.ReadOnlySpan<int>", $"One class per row, from 0 to {Literal.Of(schedule.Declaration.OutputSize - 1)}.", "Labels"));
        }

        EmitVectorJacobianProduct();
    }

    private void EmitAll(TargetText target)
    {
        EmitEvaluate(target);
        EmitBackward(target);
        EmitSgdStep(target);
    }

    private void EmitEvaluate(TargetText target)
    {
        EmitDocs("The mean loss over the rows.", target, null);
        using (writer.Block($"public {T} Evaluate({ReadOnlySpan} inputs, {target.Type} {target.Name})"))
        {
            EmitRows(target);
            writer.Line($"return ({T})({names.KernelsQualified}.Evaluate(ref _parameters.Reference, inputs, {target.Name}, rows) / {(schedule.IsRowLossDivided ? $"({Divisor})" : Divisor)});");
        }

        writer.Line();
    }

    private void EmitBackward(TargetText target)
    {
        EmitDocs("The mean loss over the rows; adds the gradient of that mean to <paramref name=\"gradient\"/>.", target, $"/// <param name=\"gradient\">{Parameters} values laid out as <see cref=\"Parameters\"/>; added to.</param>");
        using (writer.Block($"public {T} Backward({ReadOnlySpan} inputs, {target.Type} {target.Name}, {Span} gradient)"))
        {
            EmitRows(target);
            writer.Line($"{Guard}.Gradient(gradient, ParameterCount, _parameters.Span, inputs, {target.Name});");
            writer.Line($"double divisor = {Divisor};");
            writer.Line($"double loss = {names.KernelsQualified}.Backward(ref _parameters.Reference, inputs, {target.Name}, ref gradient[0], ({T})(1 / divisor), rows);");
            writer.Line($"return ({T})(loss / divisor);");
        }

        writer.Line();
    }

    private void EmitSgdStep(TargetText target)
    {
        EmitDocs("One step of plain gradient descent on the mean loss; returns the loss before the step.", target, "/// <param name=\"learningRate\">The factor of the gradient that is subtracted from the parameters.</param>");
        using (writer.Block($"public {T} SgdStep({ReadOnlySpan} inputs, {target.Type} {target.Name}, {T} learningRate)"))
        {
            EmitSingleStep(target);
            writer.Line($"return {names.KernelsQualified}.SgdStepRows(in _parameters, inputs, {target.Name}, learningRate);");
        }

        writer.Line();
    }

    /// <summary>A single row has a path without the divisions by the number of rows, and checks of a few instructions.</summary>
    private void EmitSingleStep(TargetText target)
    {
        string scale = schedule.IsRowLossDivided ? $"({T})(-learningRate / (double)OutputSize)" : "-learningRate";
        writer.Line($"ref {T} parameters = ref _parameters.Reference;");
        using (writer.Block($"if ({Guard}.IsStep(inputs, {target.Name}, ref parameters, InputSize, OutputSize, ParameterCount))"))
        {
            writer.Line($"double rowLoss = {names.KernelsQualified}.SgdStepRow(ref parameters, {names.First("inputs")}, {names.First(target.Name)}, {scale});");
            writer.Line($"return ({T}){(schedule.IsRowLossDivided ? "(rowLoss / OutputSize)" : "rowLoss")};");
        }

        writer.Line();
    }

    private void EmitVectorJacobianProduct()
    {
        writer.Lines($"""
            /// <summary>The product of an output gradient with the Jacobians of the network.</summary>
            /// <param name="inputs">{ShapeText.Rows("InputSize", schedule.Declaration.InputSize)}.</param>
            /// <param name="outputGradients">∂L/∂output: as many {ShapeText.MoreRows("OutputSize", schedule.Declaration.OutputSize)}.</param>
            /// <param name="parameterGradient">Receives ∂L/∂parameters summed over the rows: {Parameters} values, added to, or empty to skip it.</param>
            /// <param name="inputGradients">Receives rows of ∂L/∂input (overwritten), or empty to skip it.</param>
            /// <exception cref="global::System.ArgumentException">A length does not fit, or spans overlap; nothing is written.</exception>
            """);
        writer.Line(Names.GeneratedCode);
        using (writer.Block($"public void VectorJacobianProduct({ReadOnlySpan} inputs, {ReadOnlySpan} outputGradients, {Span} parameterGradient, {Span} inputGradients)"))
        {
            writer.Line($"nuint rows = {Guard}.VectorJacobianProduct(inputs, outputGradients, parameterGradient, inputGradients, _parameters.Span, InputSize, OutputSize);");
            writer.Line($"ref {T} destination = ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(parameterGradient);");
            writer.Line($"{names.KernelsQualified}.VectorJacobianProduct(ref _parameters.Reference, inputs, outputGradients, inputGradients, ref destination, !parameterGradient.IsEmpty, !inputGradients.IsEmpty, rows);");
        }
    }

    private void EmitDocs(string summary, TargetText target, string? last)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line($"/// <param name=\"inputs\">{ShapeText.Rows("InputSize", schedule.Declaration.InputSize)}, at least one.</param>");
        writer.Line($"/// <param name=\"{target.Name}\">{target.Summary}</param>");
        if (last is not null)
        {
            writer.Line(last);
        }

        writer.Line(Unwritten);
        if (target.Name == "labels")
        {
            writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A label is not the index of an output; nothing is written.</exception>");
        }

        writer.Line(Names.GeneratedCode);
        writer.Line(Names.Optimized);
    }

    private void EmitRows(TargetText target) =>
        writer.Line($"nuint rows = {Guard}.{target.Check}(inputs, {target.Name}, InputSize, OutputSize);");

    private string Parameters => $"{Literal.Of(schedule.ParameterCount)} (<see cref=\"ParameterCount\"/>)";

    private string Divisor => schedule.IsRowLossDivided ? "(double)rows * OutputSize" : "rows";

    private sealed record TargetText(string Name, string Type, string Summary, string Check);
}
