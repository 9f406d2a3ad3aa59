namespace NetGen.Training;

/// <summary>The values of <see cref="Annealing"/>: the first one exactly at share 0, the last one exactly at share 1.</summary>
internal static class AnnealingCurve
{
    /// <summary>(first + last) / 2 + (first − last) / 2 · cos(π · share), as weights of the ends.</summary>
    public static double Cosine(double first, double last, double share)
    {
        double cosine = Math.Cos(Math.PI * share);
        return (first * (1 + cosine) / 2) + (last * (1 - cosine) / 2);
    }

    public static double Linear(double first, double last, double share) => (first * (1 - share)) + (last * share);
}
