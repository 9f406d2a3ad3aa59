using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Schedule.Lanes;

/// <summary>Schedules the batches of a tiny network with one sample per lane, or passes.</summary>
internal sealed class LaneScheduler
{
    private readonly NetworkPlan _plan;
    private readonly LaneScratch _scratch = new();
    private readonly List<LaneStep> _forward = [];
    private readonly List<LaneStep> _backward = [];
    private readonly List<LaneTrainedLayer> _layers = [];
    private readonly List<LaneLayer> _chain = [];

    private LaneScheduler(NetworkPlan plan) => _plan = plan;

    private NetworkDeclaration Declaration => _plan.Declaration;

    private int Last => Declaration.LayerCount - 1;

    private bool IsRowWise(int layer) => FactsOf(layer).IsRowWise;

    /// <summary>The program, or null where the network is too large for it or couples the outputs of a hidden layer.</summary>
    public static LaneProgram? Schedule(NetworkPlan plan)
    {
        DenseLayer[] layers = [.. plan.Inference.Graph.Nodes.Select(node => node.Op).OfType<DenseOp>().Select(op => op.Layer)];
        LaneScheduler scheduler = new(plan);
        bool isTiny = layers.Sum(layer => layer.WeightCount) <= Tuning.LaneWeights
            && layers.Length <= Tuning.LaneLayers
            && plan.Declaration.Sizes.All(size => size <= Tuning.LaneSize);
        return isTiny && !Enumerable.Range(0, layers.Length - 1).Any(scheduler.IsRowWise) ? scheduler.Run(layers) : null;
    }

    private LaneProgram Run(DenseLayer[] layers)
    {
        BufferSlot inputs = _scratch.Add("x", Declaration.InputSize);
        BufferSlot[] sums = new BufferSlot[layers.Length], outputs = new BufferSlot[layers.Length];
        foreach (DenseLayer layer in layers)
        {
            bool isActivated = ActivationOf(layer.Index) is not null;
            bool isInPlace = isActivated && FactsOf(layer.Index).Derivative == DerivativeOperands.Output;
            sums[layer.Index] = _scratch.Add((isInPlace ? "a" : "z") + layer.Index, layer.Outputs);
            outputs[layer.Index] = isActivated && !isInPlace ? _scratch.Add("a" + layer.Index, layer.Outputs) : sums[layer.Index];
        }

        BufferSlot[] gradients = [.. layers.Select(layer => _scratch.Add("dz" + layer.Index, layer.Outputs))];
        LaneTraining training = new(_scratch.Add("predictions", Declaration.OutputSize), _scratch.Add("slopes", Declaration.OutputSize), gradients[Last], _scratch.PerRow, layers.Max(layer => LaneSums.Of(layer).CountOf(layer)));
        foreach (DenseLayer layer in layers)
        {
            AddLayer(layer, layer.Index == 0 ? inputs : outputs[layer.Index - 1], sums, outputs, gradients);
        }

        CloseChain();
        return Program(new LaneInferenceScheduler(Declaration, layers).Schedule(), inputs, outputs[Last], training);
    }

    private LaneProgram Program(LaneInference inference, BufferSlot inputs, BufferSlot outputs, LaneTraining training)
    {
        ActivationSpec last = Declaration.Activations[Last];
        int lanes = Target.Of(VectorFamily.Wide, Declaration.Options.Precision).WidestFixedLanes;
        return new LaneProgram(
            lanes,
            lanes / 2,
            BlockRows(training.PerRow),
            "few weights and rows no longer than a vector, so a batch has one sample per lane",
            inference,
            inputs,
            new EquatableArray<LaneStep>(_forward),
            outputs,
            IsRowWise(Last) ? last : null,
            IsInLoss,
            training,
            new EquatableArray<LaneTrainedLayer>(_layers),
            new EquatableArray<LaneStep>(_backward));
    }

    private void AddLayer(DenseLayer layer, BufferSlot inputs, BufferSlot[] sums, BufferSlot[] outputs, BufferSlot[] gradients)
    {
        ActivationSpec? activation = ActivationOf(layer.Index);
        bool isFused = IsFused(layer.Index);
        LaneTrainedLayer scheduled = new(
            layer,
            isFused ? activation : null,
            inputs,
            sums[layer.Index],
            gradients[layer.Index],
            layer.Index == 0 ? null : gradients[layer.Index - 1],
            layer.Index > 0 && FactsOf(layer.Index - 1).Derivative == DerivativeOperands.Output ? ActivationOf(layer.Index - 1) : null,
            LaneSums.Of(layer));
        _layers.Add(scheduled);
        AddForward(scheduled);
        if (activation is not null && !isFused)
        {
            CloseChain();
            _forward.Add(new LaneActivationStep($"layer {layer.Index}: {activation.Name}", activation, sums[layer.Index], outputs[layer.Index]));
        }

        PrependBackward(scheduled, activation, sums[layer.Index], outputs[layer.Index]);
    }

    private void AddForward(LaneLayer layer)
    {
        bool joins = LaneChain.Joins([.. _chain.Select(other => other.Layer)], layer.Layer);
        if (!joins)
        {
            CloseChain();
        }

        _chain.Add(layer);
    }

    private void CloseChain()
    {
        if (_chain.Count == 0)
        {
            return;
        }

        LaneChain chain = new(new EquatableArray<LaneLayer>(_chain), IsTraining: true);
        _forward.Add(new LaneForwardStep(chain.Remark, chain));
        _chain.Clear();
    }

    /// <summary>
    /// The derivative of the layer's activation, where the layer behind has not applied it; then the gradient of the inputs
    /// before that of the parameters, as a step may update the weights in place.
    /// </summary>
    private void PrependBackward(LaneTrainedLayer layer, ActivationSpec? activation, BufferSlot sums, BufferSlot outputs)
    {
        int index = layer.Layer.Index;
        List<LaneStep> steps = [];
        if (activation is not null && (index == Last || FactsOf(index).Derivative != DerivativeOperands.Output))
        {
            steps.Add(new LaneDerivativeStep($"layer {index}: derivative of {activation.Name}", activation, sums, outputs, layer.Gradients));
        }

        if (layer.InputGradients is not null)
        {
            string derivative = layer.InputDerivative is { } before ? $" times the derivative of {before.Name}" : "";
            steps.Add(new LaneInputGradientStep($"layer {index}: gradient of its inputs{derivative}", layer));
        }

        steps.Add(new LaneParameterGradientStep($"layer {index}: gradient of its parameters", layer));
        _backward.InsertRange(0, steps);
    }

    /// <summary>The activation of a layer that is computed elementwise in training, or null.</summary>
    private ActivationSpec? ActivationOf(int layer)
    {
        ActivationSpec activation = Declaration.Activations[layer];
        bool isLeftOut = activation.Is(Activation.Identity) || IsRowWise(layer) || (layer == Last && IsInLoss);
        return isLeftOut ? null : activation;
    }

    /// <summary>Whether the activation is a few instructions and its input is not needed again.</summary>
    private bool IsFused(int layer) => FactsOf(layer) is { IsCheap: true, Derivative: DerivativeOperands.Output } && ActivationOf(layer) is not null;

    private bool IsInLoss => _plan.IsLossFused;

    private ActivationFacts FactsOf(int layer) => ActivationFacts.Of(Declaration.Activations[layer], Declaration.Options);

    /// <summary>As many rows as the nearest cache holds, in whole vectors of any width, and no fewer than a walk row by row has.</summary>
    private int BlockRows(int perRow)
    {
        int bytes = perRow * Target.Of(VectorFamily.Wide, Declaration.Options.Precision).ElementBytes;
        int rows = Math.Min(Tuning.LaneBlockRows, Tuning.LaneBlockBytes / bytes);
        return Math.Max(Tuning.MaximumBlockRows, rows - (rows % Tuning.LaneSize));
    }
}
