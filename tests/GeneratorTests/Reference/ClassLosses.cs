namespace NetGen.GeneratorTests.Reference;

/// <summary>The losses that couple the outputs of a row.</summary>
internal static class ClassLosses
{
    /// <summary>−Σ t ln(o / Σo); ∂/∂oᵢ = −tᵢ/oᵢ + Σt/Σo.</summary>
    public static ReferenceLoss CategoricalCrossEntropy { get; } = new(
        (o, t) => -o.Zip(t, (x, y) => ReferenceLoss.TimesLog(y, x / o.Sum())).Sum(),
        (o, t) => [.. o.Zip(t, (x, y) => t.Sum() / o.Sum() - ReferenceLoss.Ratio(y, x))]);

    /// <summary>−Σ t ln softmax(o); ∂/∂oᵢ = softmax(o)ᵢ Σt − tᵢ.</summary>
    public static ReferenceLoss SoftmaxCrossEntropy { get; } = new(
        (o, t) => -ReferenceActivation.LogSoftmax(o).Zip(t, (x, y) => y * x).Sum(),
        (o, t) => [.. ReferenceActivation.Softmax(o).Zip(t, (x, y) => x * t.Sum() - y)]);

    /// <summary>1 − o·t / (|o||t|); ∂/∂o = (o (o·t)/|o|² − t) / (|o||t|).</summary>
    public static ReferenceLoss CosineDistance { get; } = new(
        (o, t) => 1 - Dot(o, t) / (Norm(o) * Norm(t)),
        (o, t) => [.. o.Zip(t, (x, y) => (x * Dot(o, t) / Dot(o, o) - y) / (Norm(o) * Norm(t)))]);

    /// <summary>Σ over j ≠ y of max(0, oⱼ − o_y + margin); the class y is where the target is largest.</summary>
    public static ReferenceLoss MulticlassHinge(double margin) => new(
        (o, t) => Margins(o, t, margin).Sum(),
        (o, t) => MulticlassHingeGradient(o, t, margin));

    private static double[] MulticlassHingeGradient(double[] o, double[] t, double margin)
    {
        double[] gradient = [.. Margins(o, t, margin).Select(m => m > 0 ? 1.0 : 0)];
        gradient[Label(t)] = -gradient.Sum();
        return gradient;
    }

    private static double[] Margins(double[] o, double[] t, double margin)
    {
        int label = Label(t);
        return [.. o.Select((x, j) => j == label ? 0 : Math.Max(0, x - o[label] + margin))];
    }

    private static int Label(double[] target) => Array.IndexOf(target, target.Max());

    private static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();

    private static double Norm(double[] x) => Math.Sqrt(Dot(x, x));
}
