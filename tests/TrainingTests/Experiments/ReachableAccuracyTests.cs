using NetGen.Data;
using NetGen.Metrics;
using NetGen.Training;
using NetGen.TrainingTests.Networks;

namespace NetGen.TrainingTests.Experiments;

/// <summary>Trainings on known data reach what other libraries reach: the figure on the held-out rows, the mean of five seeds.</summary>
public class ReachableAccuracyTests
{
    private const int Seeds = 5;

    /// <summary>A delegate of its own, as an interface with static members cannot be a type argument.</summary>
    private delegate ITrainableNetwork<float> Create(int seed);

    [Fact]
    public void Digits_64_64_10()
    {
        (Dataset<float> training, Dataset<float> test) = TabularData.Labels("digits.csv", "digits_mlp");
        AffineScaling<float> brightness = new(new float[64], [.. Enumerable.Repeat(16f, 64)]);

        AssertReaches(0.975, seed => new DigitsNetwork(seed), Adam(3e-3), 50, 32, (brightness.Transform(training), brightness.Transform(test)), Metric.Accuracy<float>(), anneals: true);
    }

    [Fact]
    public void Iris_4_16_3() => AssertReaches(
        0.96, seed => new IrisNetwork(seed), Adam(0.01), 200, 16, TabularData.Standardized(TabularData.Labels("iris.csv", "iris")), Metric.Accuracy<float>());

    [Fact]
    public void Wine_13_32_3() => AssertReaches(
        0.97, seed => new WineNetwork(seed), Adam(5e-3, weightDecay: 1e-2), 60, 16, TabularData.Standardized(TabularData.Labels("wine.csv", "wine")), Metric.Accuracy<float>());

    [Fact]
    public void Breast_cancer_30_16_1() => AssertReaches(
        0.96, seed => new BreastCancerNetwork(seed), Adam(3e-3), 40, 32, TabularData.Standardized(TabularData.Targets("breast_cancer.csv", "breast_cancer")), Metric.Accuracy<float>(threshold: 0));

    [Fact]
    public void Circles_2_16_1() => AssertReaches(
        0.99, seed => new CirclesNetwork(seed), Adam(0.01), 100, 32, TabularData.Targets("circles1000.csv", "circles_2_16_1_tanh"), Metric.Accuracy<float>(threshold: 0));

    [Fact]
    public void Spiral_2_100_3() => AssertReaches(
        0.975, seed => new SpiralNetwork(seed), Adam(0.01), 300, 32, TabularData.Labels("spiral300.csv", "spiral_2_100_3_split"), Metric.Accuracy<float>(), anneals: true);

    [Fact]
    public void Diabetes_10_16_1()
    {
        (Dataset<float> training, Dataset<float> test) = TabularData.Standardized(TabularData.Targets("diabetes.csv", "diabetes"));
        AffineScaling<float> scaling = Standardization.FitTargets(training);

        AssertReaches(0.55, SmallDiabetesNetwork, Adam(3e-3, weightDecay: 1e-3), 60, 32, (scaling.TransformTargets(training), scaling.TransformTargets(test)), Metric.RSquared<float>(), anneals: true);
    }

    private static Func<int, Adam<float>> Adam(double learningRate, double weightDecay = 0) =>
        count => new Adam<float>(count, learningRate, weightDecay: weightDecay);

    /// <summary>PyTorch draws weights from ±1/√n for n inputs, LeCun's uniform ones are from ±√(3/n).</summary>
    private static DiabetesNetwork SmallDiabetesNetwork(int seed)
    {
        DiabetesNetwork network = new(seed);
        foreach (ref float parameter in network.Parameters)
            parameter /= MathF.Sqrt(3);
        return network;
    }

    private static void AssertReaches(
        double expected,
        Create create,
        Func<int, Adam<float>> optimizer,
        int epochs,
        int batchSize,
        (Dataset<float> Training, Dataset<float> Test) data,
        Metric<float> metric,
        bool anneals = false)
    {
        double[] figures = new double[Seeds];
        for (int seed = 0; seed < Seeds; seed++)
        {
            ITrainableNetwork<float> network = create(seed);
            Adam<float> adam = optimizer(network.Parameters.Length);
            TrainingOptions options = new()
            {
                Epochs = epochs,
                BatchSize = batchSize,
                Seed = seed,
                Schedule = anneals ? LearningRateSchedule.CosineAnnealing(adam.LearningRate, epochs) : null,
            };
            new Trainer<float>(network, adam, options).Fit(data.Training);
            float[] outputs = new float[data.Test.Count * network.GetLayers()[^1].OutputSize];
            network.Forward(data.Test.Features, outputs);
            figures[seed] = metric.Measure(outputs, data.Test);
        }

        Assert.True(figures.Average() >= expected, $"{metric.Name} {string.Join(", ", figures.Select(figure => figure.ToString("F4")))}, mean {figures.Average():F4}, expected {expected}");
    }
}
