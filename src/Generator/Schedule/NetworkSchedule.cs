using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Schedule.Lanes;

namespace NetGen.Generator.Schedule;

/// <summary>Everything that is printed: every decision is made.</summary>
/// <param name="Declaration">What the user wrote.</param>
/// <param name="Loss">The loss that is computed, after fusion.</param>
/// <param name="LossRemark">How the loss is computed, in a few words.</param>
/// <param name="IsLossDivided">Whether the loss of a row is divided by the number of outputs.</param>
/// <param name="TakesLabels">Whether members with sparse labels are emitted.</param>
/// <param name="Layers">The layers.</param>
/// <param name="Kernels">The kernels, each once.</param>
/// <param name="GraphText">The forward graph as text.</param>
internal sealed record NetworkSchedule(
    NetworkDeclaration Declaration,
    LossSpec Loss,
    string LossRemark,
    bool IsLossDivided,
    bool TakesLabels,
    EquatableArray<DenseLayer> Layers,
    EquatableArray<MatMulKernel> Kernels,
    string GraphText)
{
    public ScheduledProgram Inference { get; init; } = null!;

    public ScheduledProgram Evaluation { get; init; } = null!;

    public ScheduledProgram Training { get; init; } = null!;

    /// <summary>A step of gradient descent on a single row.</summary>
    public ScheduledProgram Online { get; init; } = null!;

    public ScheduledProgram VectorJacobianProduct { get; init; } = null!;

    public ScheduledProgram Jacobian { get; init; } = null!;

    /// <summary>The layers, by the methods that create their table: a single part is created in place.</summary>
    public IReadOnlyList<IReadOnlyList<DenseLayer>> LayerParts => MethodParts.Of(Layers);

    /// <summary>Whether the layers are few and small enough for a single row to be one method.</summary>
    public bool IsForwardFused => Layers.Sum(layer => layer.WeightCount) <= Tuning.FusedWeights && Layers.Count <= Tuning.FusedLayers;

    /// <summary>Whether the loss of a row is divided by more than 1.</summary>
    public bool IsRowLossDivided => IsLossDivided && Declaration.OutputSize > 1;

    /// <summary>Whether that method is so small that it becomes part of the member that calls it.</summary>
    public bool IsForwardInline => Layers.Sum(layer => layer.WeightCount) <= Tuning.InlineWeights;

    /// <summary>Whether a step of a single row holds its values in vectors.</summary>
    public bool IsStepHeld => HeldStep.Fits(Online.Row);

    /// <summary>How batches are computed where the network is tiny, or null.</summary>
    public LaneProgram? Lanes { get; init; }

    public int ParameterCount => Layers[Layers.Count - 1].End;

    /// <summary>Bytes of scratch that <c>Forward</c> of a batch takes in a thread.</summary>
    public long ForwardScratch => Bytes(Lanes is { } lanes ? (long)lanes.Inference.PerRow * lanes.BlockRows : Elements(Inference));

    /// <summary>Bytes of scratch that <c>Backward</c> of a batch takes in a thread, with vectors of 512 bits.</summary>
    public long BackwardScratch => Bytes(Lanes is { } lanes
        ? ((long)lanes.Training.PerRow * lanes.BlockRows) + (lanes.Training.Sums * WidestLanes)
        : Elements(Training));

    /// <summary>The elements of the widest vector.</summary>
    public int WidestLanes => Wide.WidestFixedLanes;

    private Target Wide => Target.Of(VectorFamily.Wide, Declaration.Options.Precision);

    private long Bytes(long elements) => elements * Wide.ElementBytes;

    private static long Elements(ScheduledProgram program) => program.HasBlocks ? program.BlockScratch + program.KernelScratch : program.RowScratch;
}
