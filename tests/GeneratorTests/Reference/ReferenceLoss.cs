using static NetGen.GeneratorTests.Reference.SpecialFunctions;

namespace NetGen.GeneratorTests.Reference;

/// <summary>The maths of a loss over one row, summed over the outputs: value and gradient with respect to the outputs.</summary>
internal sealed record ReferenceLoss(Func<double[], double[], double> Value, Func<double[], double[], double[]> Gradient)
{
    public static ReferenceLoss Of(NetworkSpec spec) =>
        spec.Loss.Own is { } own ? new(own.Value, own.Gradient) : Of(spec.Loss.BuiltIn!.Value, spec);

    private static ReferenceLoss Of(Loss loss, NetworkSpec spec) => loss switch
    {
        Loss.MeanSquaredError => Elementwise((o, t) => (o - t) * (o - t), (o, t) => 2 * (o - t)),
        Loss.MeanAbsoluteError => Elementwise((o, t) => Math.Abs(o - t), (o, t) => Sign(o - t)),
        Loss.Huber => Elementwise((o, t) => Huber(o - t, spec.HuberDelta), (o, t) => Math.Clamp(o - t, -spec.HuberDelta, spec.HuberDelta)),
        Loss.LogCosh => Elementwise((o, t) => LogCosh(o - t), (o, t) => Math.Tanh(o - t)),
        Loss.BinaryCrossEntropy => Elementwise(
            (o, t) => -TimesLog(t, o) - TimesLog(1 - t, 1 - o),
            (o, t) => Ratio(1 - t, 1 - o) - Ratio(t, o)),
        Loss.BinaryCrossEntropyWithLogits => Elementwise((o, t) => Softplus(o) - t * o, (o, t) => Sigmoid(o) - t),
        Loss.BinaryHinge => Elementwise(
            (o, t) => Math.Max(0, spec.HingeMargin - t * o),
            (o, t) => spec.HingeMargin - t * o > 0 ? -t : 0),
        Loss.KullbackLeiblerDivergence => Elementwise((o, t) => TimesLog(t, t) - t * o, (_, t) => -t),
        Loss.PoissonNegativeLogLikelihood => Elementwise((o, t) => Math.Exp(o) - t * o, (o, t) => Math.Exp(o) - t),
        Loss.NegativeLogLikelihood => Elementwise((o, t) => -t * o, (_, t) => -t),
        Loss.CategoricalCrossEntropy => ClassLosses.CategoricalCrossEntropy,
        Loss.SoftmaxCrossEntropy => ClassLosses.SoftmaxCrossEntropy,
        Loss.MulticlassHinge => ClassLosses.MulticlassHinge(spec.HingeMargin),
        Loss.CosineDistance => ClassLosses.CosineDistance,
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, null),
    };

    private static ReferenceLoss Elementwise(Func<double, double, double> value, Func<double, double, double> derivative) => new(
        (o, t) => o.Zip(t, value).Sum(),
        (o, t) => [.. o.Zip(t, derivative)]);

    private static double Huber(double d, double delta) =>
        Math.Abs(d) <= delta ? d * d / 2 : delta * (Math.Abs(d) - delta / 2);

    private static double Sign(double d) => double.IsNaN(d) ? d : Math.Sign(d);

    /// <summary>t ln x with 0 · ln 0 = 0.</summary>
    internal static double TimesLog(double t, double x) => t == 0 ? 0 : t * Math.Log(x);

    /// <summary>t / x with 0 / 0 = 0.</summary>
    internal static double Ratio(double t, double x) => t == 0 ? 0 : t / x;
}
