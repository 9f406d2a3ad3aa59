namespace NetGen.Training;

/// <summary>The curve from one learning rate to another.</summary>
public enum Annealing
{
    /// <summary>Half a period of a cosine: level at both ends.</summary>
    Cosine,

    /// <summary>A straight line.</summary>
    Linear,
}
