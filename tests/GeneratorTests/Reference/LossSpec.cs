namespace NetGen.GeneratorTests.Reference;

/// <summary>A built-in loss, or a struct of the test's own with its maths in double.</summary>
internal sealed record LossSpec(Loss? BuiltIn, OwnLoss? Own = null)
{
    public bool TakesLabels => BuiltIn is Loss.CategoricalCrossEntropy or Loss.SoftmaxCrossEntropy
        or Loss.NegativeLogLikelihood or Loss.MulticlassHinge || Own is { TakesLabels: true };

    /// <summary>Whether <see cref="LossReduction.MeanOverOutputs"/> divides the loss by the number of outputs.</summary>
    public bool IsDividedByOutputs => BuiltIn is Loss.MeanSquaredError or Loss.MeanAbsoluteError or Loss.Huber or Loss.LogCosh
        or Loss.BinaryCrossEntropy or Loss.BinaryCrossEntropyWithLogits or Loss.BinaryHinge
        or Loss.PoissonNegativeLogLikelihood or Loss.MulticlassHinge or Loss.KullbackLeiblerDivergence;

    public static implicit operator LossSpec(Loss loss) => new(loss);

    public static implicit operator LossSpec(OwnLoss own) => new(null, own);

    public override string ToString() => Own is null ? $"{BuiltIn}" : Own.TypeName;
}

/// <summary>A loss written in the test: C# text for the generated side, delegates of one row for the interpreter.</summary>
internal sealed record OwnLoss(
    string TypeName, string TypeExpression, string Source, Func<double[], double[], double> Value, Func<double[], double[], double[]> Gradient, bool TakesLabels = false);
