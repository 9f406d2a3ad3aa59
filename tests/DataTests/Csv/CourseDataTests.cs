using NetGen.Data;
using NetGen.Testing;

namespace NetGen.DataTests.Csv;

/// <summary>The regularised logistic regression of the machine learning course, on features of degree 6.</summary>
public class CourseDataTests
{
    private const int CorrectAtTheOptimum = 98;

    [LargeDataFact("coursera/ex2data2.txt")]
    public void Polynomial_features_fit_the_parameters_of_the_course()
    {
        Dataset<double> rows = CsvFile.Read<double>(
            LargeData.PathOf("coursera/ex2data2.txt"), new CsvOptions { HasHeader = false, Label = ^1 });
        Dataset<double> features = new PolynomialFeatures(2, 6, includeBias: true).Transform(rows);
        Assert.Equal((118, 28), (features.Count, features.FeatureCount));
        Assert.Equal(0.5290027297126465, Cost(features), 1e-11);
        Assert.Equal(CorrectAtTheOptimum, Enumerable.Range(0, 118).Count(row => Logit(features, row) > 0 == (features.Labels[row] == 1)));
    }

    /// <summary>The mean cross-entropy, and half the squared parameters but the first, per row.</summary>
    private static double Cost(Dataset<double> features)
    {
        double sum = Theta.Skip(1).Sum(x => x * x) / 2;
        for (int row = 0; row < features.Count; row++)
        {
            double z = Logit(features, row);
            sum += Math.Log(1 + Math.Exp(features.Labels[row] == 1 ? -z : z));
        }

        return sum / features.Count;
    }

    private static double Logit(Dataset<double> features, int row) =>
        Theta.Select((theta, i) => theta * features.Features[(row * Theta.Length) + i]).Sum();

    /// <summary>The optimum for λ = 1.</summary>
    private static readonly double[] Theta =
    [
        1.2727395102144838, 0.6252717978246171, 1.1810886860338101, -2.0199608607530766,
        -0.9174237486217565, -1.4316644440363038, 0.12400634801638034, -0.36553437463958566,
        -0.3572396226684108, -0.17513047911123514, -1.45815646102361, -0.05098905639083764,
        -0.6155550359375771, -0.27470630985847316, -1.1928165227288834, -0.24218823260047642,
        -0.20600608988184338, -0.04473075142533223, -0.27778450360207385, -0.29537810092117983,
        -0.4563574930904744, -1.0432024903729207, 0.027771709856316343, -0.29243131461103505,
        0.01556680639227197, -0.3273795904464384, -0.1438869284236961, -0.9246525691864175,
    ];
}
