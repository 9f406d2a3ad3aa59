namespace NetGen.Generator.Schedule;

/// <summary>
/// A step of gradient descent on a single row of a tiny network: from the inputs to the last layer and back each row of values is in a
/// vector, and so is each row of weights while it is used. Steps that follow each other wait for the weights of the one before, so
/// that the latency of everything on the way counts.
/// </summary>
internal static class HeldStep
{
    /// <summary>Whether the steps can be computed so.</summary>
    /// <param name="row">The steps of a row.</param>
    public static bool Fits(StepList row)
    {
        IReadOnlyList<ProductStep> layers = [.. row.Forward.OfType<ProductStep>()];
        return layers.Count > 1
            && layers.Count == row.Forward.Count
            && HeldValues.Of(layers, VectorFamily.Wide).Count == layers.Count - 1
            && layers[layers.Count - 1].Layer.Outputs <= Tuning.HeldLanes
            && layers.Sum(Rows) <= Tuning.HeldWeightRows
            && Updates(row).Count == layers.Count
            && AreInOrder(row.Backward);
    }

    /// <summary>The steps that update a layer each, from the last layer to the first.</summary>
    public static IReadOnlyList<KernelStep> Updates(StepList row) => [.. row.Backward.OfType<KernelStep>()];

    /// <summary>The steps between the outputs and the first update.</summary>
    public static IReadOnlyList<Step> Losses(StepList row) => [.. row.Backward.Where(step => step is not KernelStep)];

    /// <summary>Whether this is all that such a network computes: no vector is longer than those that every machine has.</summary>
    public static bool IsSameAtEveryWidth(StepList row) => row.Forward.OfType<ProductStep>().All(step => step.Kernel.IsSameAtEveryWidth);

    /// <summary>The rows of weights in vectors.</summary>
    private static int Rows(ProductStep step) => step.Layer.Outputs == 1 ? 1 : step.Layer.Inputs;

    /// <summary>Whether the loss, and the derivative of an activation from its outputs, come before all updates.</summary>
    private static bool AreInOrder(IReadOnlyList<Step> backward) =>
        backward.TakeWhile(step => step is not KernelStep).All(step => step is LossGradientStep || step is ActivationGradientStep { IsRowWise: false } gradient && gradient.Inputs == gradient.Outputs)
        && backward.SkipWhile(step => step is not KernelStep).All(step => step is UpdateStep or OuterSumStep);
}
