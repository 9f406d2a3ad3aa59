namespace NetGen;

/// <summary>How the losses of a row's outputs become the loss of the row. Rows of a batch are always averaged.</summary>
public enum LossReduction
{
    /// <summary>The sum over the outputs divided by their number, for elementwise losses and the multiclass hinge; other losses are not divided.</summary>
    MeanOverOutputs,

    /// <summary>The sum over the outputs.</summary>
    SumOverOutputs,
}
