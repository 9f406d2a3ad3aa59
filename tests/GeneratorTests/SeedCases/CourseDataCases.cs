using System.Text.Json;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;
using NetGen.Testing;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>The exercises whose data may not be redistributed: handwritten digits and the two microchip tests.</summary>
[Trait("Category", "Numeric")]
public class CourseDataCases
{
    private const string Digits = "coursera/ex4data1_rebuilt_f32.safetensors";
    private const string Weights = "coursera/ex4weights_f64.safetensors";
    private const string Gradients = "coursera/ex4_expected_grads_lambda0_f64.safetensors";
    private const string Microchips = "coursera/ex2data2.txt";

    private static readonly NetworkSpec DigitNetwork = new([400, 25, 10], [Activation.Sigmoid, Activation.Sigmoid], Loss.BinaryCrossEntropy)
    {
        Precision = Precision.Double,
        Reduction = LossReduction.SumOverOutputs,
    };

    private static readonly NetworkSpec Logistic = new([28, 1], [Activation.Sigmoid], Loss.BinaryCrossEntropy) { Precision = Precision.Double, Bias = false };
    private static readonly Lazy<GeneratedNetworks> Networks = new(() => GeneratedNetworks.Compile(DigitNetwork, Logistic));

    [LargeDataFact(Digits, Weights, Gradients)]
    public void S001_06_ex4_cost()
    {
        SeedCase seed = SeedCase.Of("s001_06_ex4_cost");
        double[] x = Safetensors.Read(Digits, "X"), labels = Safetensors.Read(Digits, "y");
        Thetas thetas = new([Safetensors.Rows(Weights, "Theta1"), Safetensors.Rows(Weights, "Theta2")]);
        INetworkUnderTest network = Networks.Value.Create(DigitNetwork);
        network.Parameters = thetas.Parameters;
        (double cost, double[] gradient) = network.Backward(x, [.. labels.SelectMany(y => ReferenceNetwork.OneHot((int)y - 1, 10))]);
        foreach (string lambda in new[] { "0", "1", "3" })
        {
            double penalty = thetas.Penalty(double.Parse(lambda, System.Globalization.CultureInfo.InvariantCulture), labels.Length);
            seed.Meets($"J for λ = {lambda}", seed.Expected.At(lambda, "J"), cost + penalty, 1e-9);
        }

        double[] expected = new Thetas([Safetensors.Rows(Gradients, "dTheta1"), Safetensors.Rows(Gradients, "dTheta2")]).Parameters;
        seed.Meets("gradient", expected, gradient, 1e-9);
        double[] outputs = network.Forward(x);
        seed.Meets("first row", seed.Expected.GetProperty("output_row_0"), outputs[..10], 1e-9);
        double accuracy = outputs.ArgMax(10).Zip(labels).Count(pair => pair.First + 1 == (int)pair.Second) / (double)labels.Length;
        seed.Meets("accuracy", seed.Expected.GetProperty("accuracy"), accuracy, 1e-9);
    }

    [LargeDataFact(Microchips)]
    public void S001_07_ex2data2_regularised()
    {
        SeedCase seed = SeedCase.Of("s001_07_ex2data2_regularised");
        (double[] x, double[] y) = ReadMicrochips();
        foreach (JsonProperty optimum in seed.Expected.EnumerateObject())
        {
            double lambda = double.Parse(optimum.Name, System.Globalization.CultureInfo.InvariantCulture);
            double[] theta = optimum.Value.GetProperty("theta").Flat();
            (double cost, double[] gradient, double[] outputs) = Regularised(x, y, theta, lambda);
            seed.Meets("J", optimum.Value.GetProperty("J"), cost, 1e-6);
            seed.Meets("gradient at the optimum", new double[28], gradient, 1e-6);
            seed.Meets("correct", optimum.Value.GetProperty("correct"), outputs.Zip(y).Count(pair => pair.First >= 0.5 == pair.Second > 0.5), 0);
        }
    }

    [LargeDataFact(Microchips)]
    public void S001_09_ex2data2_cost_grad_points()
    {
        SeedCase seed = SeedCase.Of("s001_09_ex2data2_cost_grad_points");
        (double[] x, double[] y) = ReadMicrochips();
        foreach ((string name, double value, double lambda) in new[] { ("zeros_lambda1", 0.0, 1.0), ("ones_lambda10", 1.0, 10.0) })
        {
            (double cost, double[] gradient, _) = Regularised(x, y, [.. Enumerable.Repeat(value, 28)], lambda);
            seed.Meets("J", seed.Expected.At(name, "J"), cost, 1e-10);
            seed.Meets("gradient", seed.Expected.At(name, "grad"), gradient, 1e-10);
        }
    }

    /// <summary>The first feature is 1: its weight is the bias, which is not regularised.</summary>
    private static (double Cost, double[] Gradient, double[] Outputs) Regularised(double[] x, double[] y, double[] theta, double lambda)
    {
        INetworkUnderTest network = Networks.Value.Create(Logistic);
        network.Parameters = theta;
        (double cost, double[] gradient) = network.Backward(x, y);
        double penalty = lambda / (2 * y.Length) * theta[1..].SumOfSquares();
        return (cost + penalty, gradient.Plus([0, .. theta[1..].Times(lambda / y.Length)]), network.Forward(x));
    }

    /// <summary>All monomials of the two tests up to degree 6: 1, a, b, a², ab, b², ….</summary>
    private static (double[] X, double[] Y) ReadMicrochips()
    {
        double[][] rows = ReferenceData.ParseCsv(File.ReadAllText(LargeData.PathOf(Microchips)), headerLines: 0);
        double[] features =
        [
            .. from row in rows
               from degree in Enumerable.Range(0, 7)
               from power in Enumerable.Range(0, degree + 1)
               select Math.Pow(row[0], degree - power) * Math.Pow(row[1], power),
        ];
        return (features, rows.Column(2));
    }
}
