namespace NetGen.RuntimeTests.Losses;

/// <summary>A loss as its formula says it, one row in double, and rows that stay clear of its kinks.</summary>
internal sealed record Oracle(Func<double[], double[], double> Loss, Func<Random, int, (double[] Outputs, double[] Targets)> Draw)
{
    public const double HuberDelta = 0.75;
    public const double Margin = 0.70703125;

    public static readonly Oracle MeanSquaredError = Sum((o, t) => (o - t) * (o - t), Real, Real);

    public static readonly Oracle MeanAbsoluteError = Sum((o, t) => Math.Abs(o - t), Shifted, Real);

    public static readonly Oracle Huber = Sum(HuberOf, Shifted, Real);

    public static readonly Oracle LogCosh = Sum((o, t) => Math.Log(Math.Cosh(o - t)), Shifted, Real);

    public static readonly Oracle BinaryCrossEntropy = Sum(
        (o, t) => -((t * Math.Log(o)) + ((1 - t) * Math.Log(1 - o))), Inner, Probability);

    public static readonly Oracle BinaryCrossEntropyWithLogits = Sum(
        (o, t) => Math.Log(1 + Math.Exp(o)) - (t * o), Real, Probability);

    public static readonly Oracle BinaryHinge = Sum((o, t) => Math.Max(0, Margin - (t * o)), Real, Sign);

    public static readonly Oracle KullbackLeiblerDivergence = Sum(
        (o, t) => t == 0 ? 0 : t * (Math.Log(t) - o), Real, Probability);

    public static readonly Oracle PoissonNegativeLogLikelihood = Sum((o, t) => Math.Exp(o) - (t * o), Real, Count);

    public static readonly Oracle CategoricalCrossEntropy = new(
        (o, t) => -t.Zip(o, (ti, oi) => ti == 0 ? 0 : ti * Math.Log(oi / o.Sum())).Sum(), Rows(Inner, Probability));

    public static readonly Oracle SoftmaxCrossEntropy = new(
        (o, t) => t.Zip(o, (ti, oi) => ti * (Math.Log(o.Sum(Math.Exp)) - oi)).Sum(), Rows(Real, Probability));

    public static readonly Oracle NegativeLogLikelihood = new(
        (o, t) => -t.Zip(o, (ti, oi) => ti * oi).Sum(), Rows(Real, Probability));

    public static readonly Oracle MulticlassHinge = new(HingeOf, Rows(Real, Inner));

    public static readonly Oracle CosineDistance = new(
        (o, t) => 1 - (t.Zip(o, (ti, oi) => ti * oi).Sum() / Math.Sqrt(o.Sum(x => x * x) * t.Sum(x => x * x))),
        Rows(Shifted, Shifted));

    /// <summary>∂loss/∂outputs by central differences of the formula.</summary>
    public double[] Gradient(double[] outputs, double[] targets)
    {
        const double step = 1.0 / (1 << 17);
        var gradient = new double[outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
        {
            double[] up = [.. outputs];
            double[] down = [.. outputs];
            up[i] += step;
            down[i] -= step;
            gradient[i] = (Loss(up, targets) - Loss(down, targets)) / (2 * step);
        }

        return gradient;
    }

    private static Oracle Sum(Func<double, double, double> loss, Func<Random, double> output, Func<Random, double> target) =>
        new((o, t) => o.Zip(t, loss).Sum(), Rows(output, target));

    private static Func<Random, int, (double[] Outputs, double[] Targets)> Rows(Func<Random, double> output, Func<Random, double> target) =>
        (random, length) => (Draws(random, length, output), Draws(random, length, target));

    private static double[] Draws(Random random, int length, Func<Random, double> draw) =>
        [.. Enumerable.Range(0, length).Select(_ => draw(random))];

    private static double HuberOf(double o, double t)
    {
        double d = Math.Abs(o - t);
        return d <= HuberDelta ? 0.5 * d * d : HuberDelta * (d - (HuberDelta / 2));
    }

    private static double HingeOf(double[] o, double[] t)
    {
        double sum = 0;
        for (int i = 0; i < o.Length; i++)
        {
            for (int j = 0; j < o.Length; j++)
                sum += j == i ? 0 : t[i] * Math.Max(0, o[j] - o[i] + Margin);
        }

        return sum;
    }

    // Multiples of 1/64 are exact in both precisions; the shift keeps differences and products away from kinks.
    private static double Real(Random random) => random.Next(-192, 193) / 64.0;

    private static double Shifted(Random random) => Real(random) + (1 / 256.0);

    private static double Inner(Random random) => random.Next(1, 64) / 64.0;

    private static double Probability(Random random) => random.Next(4) == 0 ? random.Next(2) : random.Next(0, 65) / 64.0;

    private static double Sign(Random random) => random.Next(2) == 0 ? -1 : 1;

    private static double Count(Random random) => random.Next(0, 9);
}
