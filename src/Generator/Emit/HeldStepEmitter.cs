using NetGen.Generator.Emit.Kernels;
using NetGen.Generator.Passes;
using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Prints the step of a tiny network for a single row as one method, whose values are held in vectors.</summary>
internal sealed class HeldStepEmitter
{
    private readonly SourceWriter _writer;

    private readonly NetworkSchedule _schedule;

    private readonly Names _names;

    private readonly ProgramWalk _walk;

    private readonly StepEmitter _steps;

    private readonly LayerEmitter _layers;

    /// <param name="writer">Receives the text.</param>
    /// <param name="schedule">What the step belongs to.</param>
    /// <param name="names">Names in the text.</param>
    /// <param name="walk">The step.</param>
    public HeldStepEmitter(SourceWriter writer, NetworkSchedule schedule, Names names, ProgramWalk walk)
    {
        _writer = writer;
        _schedule = schedule;
        _names = names;
        _walk = walk;
        _steps = new StepEmitter(writer, schedule, names, isRow: true);
        _layers = new LayerEmitter(writer, _steps, names, VectorFamily.Wide, walk.Program);
        if (IsSingle)
        {
            _layers.Hold(Last.Result);
        }
    }

    private StepList Row => _walk.Program.Row;

    private ProductStep Last => Row.Forward.OfType<ProductStep>().Last();

    private string Targets => _walk.Rows[1].Name;

    /// <summary>Whether the single output, its gradient and its target are numbers rather than rows in memory.</summary>
    private bool IsSingle => Last.Kernel.Shape.IsSwapped && Targets == "targets";

    private IReadOnlyList<Step> Losses => HeldStep.Losses(Row);

    /// <summary>The values that need no memory.</summary>
    private IReadOnlyCollection<BufferSlot> Held =>
    [
        .. _layers.Held,
        .. HeldStep.Updates(Row).OfType<UpdateStep>().Select(update => update.Result),
        .. IsSingle ? Losses.Select(step => step is LossGradientStep loss ? loss.Result : ((ActivationGradientStep)step).Result) : [],
    ];

    /// <summary>Prints the method.</summary>
    /// <param name="header">What it is declared as.</param>
    public void Emit(string header)
    {
        _writer.Line("/// <summary>SgdStep of a single row: so few values that vectors hold them from layer to layer, and each row of weights from use to update.</summary>");
        _writer.Line(KernelText.Optimized);
        using (_writer.Block(header))
        {
            if (!IsSingle && Losses.Any(StepEmitter.UsesRows))
            {
                _writer.Line("const nuint rows = 1;");
            }

            _steps.DeclareRow(_walk.Program, Held);
            foreach (ProductStep layer in Row.Forward.OfType<ProductStep>())
            {
                _writer.Line();
                _layers.Emit(layer);
            }

            EmitLosses();
            HeldRow? gradients = null;
            foreach (KernelStep update in HeldStep.Updates(Row))
            {
                _writer.Line();
                gradients = EmitUpdate(update, gradients);
            }

            _writer.Line();
            _writer.Line("return loss;");
        }
    }

    private void EmitLosses()
    {
        if (!IsSingle)
        {
            _steps.Emit(Losses, Targets);
            return;
        }

        foreach (Step step in Losses)
        {
            _writer.Line();
            _writer.Line($"// {step.Remark}");
            switch (step)
            {
                case LossGradientStep loss:
                    _writer.Line($"{_names.T} {loss.Result.Name} = RowLoss.DifferentiateSingle<{_schedule.Loss.Alias}, {_names.T}>({loss.Predictions.Name}, {Targets}, scale, out double loss);");
                    break;
                case ActivationGradientStep { Result: var result, Upstream: var upstream } gradient:
                    string declared = result == upstream ? "" : _names.T + " ";
                    _writer.Line($"{declared}{result.Name} = DerivativeProduct<{gradient.Activation.Alias}, {_names.T}>.Invoke({upstream.Name}, {gradient.Inputs.Name}, {gradient.Outputs.Name});");
                    break;
            }
        }
    }

    /// <summary>Prints the update of a layer.</summary>
    /// <param name="step">The step.</param>
    /// <param name="gradients">The gradient of the layer's outputs, or null where no vector holds it.</param>
    /// <returns>The gradient of its inputs, or null for the first layer.</returns>
    private HeldRow? EmitUpdate(KernelStep step, HeldRow? gradients)
    {
        (BufferSlot inputs, BufferSlot source, HeldRow? result) = step switch
        {
            UpdateStep update => (update.Inputs, update.Gradients, new HeldRow(_layers.Find(update.Inputs)!.Type, update.Result.Name)),
            OuterSumStep sum => (sum.Inputs, sum.Gradients, null),
            _ => throw new InvalidOperationException($"{step.GetType().Name} is no update."),
        };
        _writer.Line($"// {step.Remark}");
        if (result is not null)
        {
            _writer.Line($"{result.Type.Name} {result.Name};");
        }

        using (_writer.Block())
        {
            _writer.Line($"ref {_names.T} weights = {RefText.At("parameters", step.Layer.WeightsOffset)};");
            if (step.Kernel.HasBias)
            {
                _writer.Line($"ref {_names.T} biases = {RefText.At("parameters", step.Layer.BiasesOffset)};");
            }

            HeldOperands operands = new(_layers.Find(inputs), StepEmitter.Name(inputs), gradients, StepEmitter.Name(source), result);
            new HeldStepWriter(_writer, step.Kernel, step.Layer, _names.Number, operands).Write();
        }

        return result;
    }
}
