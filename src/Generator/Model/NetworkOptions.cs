namespace NetGen.Generator.Model;

/// <summary>The named properties of the attribute.</summary>
internal sealed record NetworkOptions
{
    public Precision Precision { get; init; } = Precision.Single;

    public Initializer Initializer { get; init; } = Initializer.Auto;

    public LossReduction Reduction { get; init; } = LossReduction.MeanOverOutputs;

    public bool Bias { get; init; } = true;

    public double LeakyReLUSlope { get; init; } = 0.01;

    public double ELUAlpha { get; init; } = 1;

    public double ReLUGradientAtZero { get; init; }

    public double HuberDelta { get; init; } = 1;

    public double HingeMargin { get; init; } = 1;
}
