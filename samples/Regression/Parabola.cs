using Charts;
using NetGen.Data;
using NetGen.Training;

namespace Regression;

/// <summary>Gradient descent on y = x² at five points: with the features as they are it diverges, standardised it converges.</summary>
internal static class Parabola
{
    private const int Epochs = 30;
    private const float Start = 0.5f;
    private const double RawLearningRate = 0.01;
    private const double LearningRate = 0.03;
    private const double Tolerance = 1e-4;

    // The losses of the same descent worked out in double precision outside of this library.
    private static readonly (int Epoch, double Loss)[] ExpectedRaw = [(1, 25.45), (2, 244.9311232), (11, 2.104146851e11), (21, 1.782080839e21)];
    private static readonly (int Epoch, double Loss)[] Expected = [(1, 0.257558036), (11, 0.0799486737), (21, 0.028329043), (30, 0.0140786093)];

    /// <summary>Draws both; whether the losses are the expected ones.</summary>
    public static bool Run(OutputFolder output)
    {
        var points = Dataset<float>.WithTargets(new float[] { 1, 2, 3, 4, 5 }, 1, new float[] { 1, 4, 9, 16, 25 }, 1);
        Dataset<float> raw = new PolynomialFeatures(inputCount: 1, degree: 2).Transform(points);
        Dataset<float> scaled = Standardization.Fit(raw, sample: true).Transform(raw);
        scaled = Standardization.FitTargets(raw, sample: true).TransformTargets(scaled);

        Console.WriteLine("y = x² from x and x² as they are:");
        IReadOnlyList<EpochReport> diverging = Descend(raw, RawLearningRate, epochs: 1000);
        Console.WriteLine("The same from standardised features and targets:");
        IReadOnlyList<EpochReport> converging = Descend(scaled, LearningRate, Epochs);
        output.Write("regression-parabola.svg", new Picture(
            1,
            new LineChart(
                "Mean squared error of y = x²",
                "epoch",
                "loss",
                Series.Of("features as they are", diverging.Take(Epochs).Select(epoch => epoch.Loss)),
                Series.Of("standardised", converging.Select(epoch => epoch.Loss)))
            { LogarithmicY = true }));
        return Check(diverging, ExpectedRaw) & Check(converging, Expected);
    }

    /// <summary>All points make one batch; ends where the loss overflows.</summary>
    private static IReadOnlyList<EpochReport> Descend(Dataset<float> data, double learningRate, int epochs)
    {
        var network = new ParabolaNetwork();
        network.Parameters.Fill(Start);
        var options = new TrainingOptions { Epochs = epochs, BatchSize = data.Count, Shuffle = false, Progress = new TrainingLog(every: 10) };
        var trainer = new Trainer<float>(network, new Sgd<float>(learningRate), options);
        try
        {
            trainer.Fit(data);
        }
        catch (TrainingDivergedException exception)
        {
            Console.WriteLine(exception.Message);
        }

        return trainer.History;
    }

    private static bool Check(IReadOnlyList<EpochReport> epochs, (int Epoch, double Loss)[] expected) =>
        expected.All(figure => Math.Abs(epochs[figure.Epoch - 1].Loss / figure.Loss - 1) < Tolerance);
}
