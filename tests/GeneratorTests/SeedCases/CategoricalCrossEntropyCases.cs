using System.Text.Json;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>Categorical cross-entropy divides by the sum of the probabilities first, as Keras does.</summary>
[Trait("Category", "Numeric")]
public class CategoricalCrossEntropyCases
{
    private static readonly double[] Label = [1, 0, 0];

    private static readonly NetworkSpec Passing = new([3, 3], [Activation.Identity], Loss.CategoricalCrossEntropy) { Precision = Precision.Double };
    private static readonly GeneratedNetworks Networks = GeneratedNetworks.Compile(Passing);

    [Fact]
    public void S002_08_tf_categorical_crossentropy()
    {
        SeedCase seed = SeedCase.Of("s002_08_tf_categorical_crossentropy");
        foreach ((double[] q, JsonProperty stored) in seed.Inputs.GetProperty("q").Rows().Zip(seed.Expected.EnumerateObject()))
        {
            (double loss, double[] gradient) = LossOf(q, seed.Inputs.GetProperty("labels").Flat());
            seed.Meets("loss", stored.Value.GetProperty("loss_normalised"), loss, 1e-12);
            seed.Meets("gradient", stored.Value.GetProperty("grad_normalised"), gradient, 1e-12);
            seed.IsNot("gradient without the division", stored.Value.GetProperty("grad_plain"), gradient, 1e-12);
        }
    }

    /// <summary>∇(w0 / Σw) is −p times the gradient of −ln p.</summary>
    [Fact]
    public void S002_09_gradient_tape_examples()
    {
        SeedCase seed = SeedCase.Of("s002_09_gradient_tape_examples");
        double[] w = seed.Inputs.GetProperty("w").Flat();
        double[] gradient = LossOf(w, Label).Gradient.Times(-w[0] / w.Sum());
        seed.Meets("gradient of w0/(w0+w1+w2)", seed.Expected.GetProperty("w0/(w0+w1+w2)"), gradient, 1e-10);
        seed.IsNot("the formula of the text", seed.Expected.GetProperty("seed_text_formula_f3_evaluated"), gradient, 1e-10);
    }

    [Fact]
    public void S002_10_numpy_gradient_formula()
    {
        SeedCase seed = SeedCase.Of("s002_10_numpy_gradient_formula");
        double[] gradient = LossOf(seed.Inputs.GetProperty("pred").Flat(), seed.Inputs.GetProperty("label").Flat()).Gradient;
        seed.Meets("gradient", seed.Expected.GetProperty("grad"), gradient, 1e-12);
    }

    /// <summary>The two wrong classes share a gradient all along the sweep; where the document divides 0 by 0 it stays finite.</summary>
    [Fact]
    public void S002_11_cce_sweep()
    {
        SeedCase seed = SeedCase.Of("s002_11_cce_sweep");
        double[][] expected = seed.Expected.GetProperty("grads").Rows();
        seed.Meets("gradient at 0.5", expected[1], LossOf([0.5, 0.1, 0.5], Label).Gradient, 1e-12);
        seed.Meets("gradient at 1", expected[2], LossOf([0.5, 0.1, 1], Label).Gradient, 1e-12);
        seed.Meets("gradient at 0", [1 / 0.6 - 2, 1 / 0.6, 1 / 0.6], LossOf([0.5, 0.1, 0], Label).Gradient, 1e-12);
        for (int i = 0; i < 100; i++)
        {
            double[] gradient = LossOf([0.5, 0.1, i / 99.0], Label).Gradient;
            Assert.Equal(gradient[1], gradient[2]);
        }
    }

    /// <summary>The loss of one row of probabilities, and its gradient read off the biases.</summary>
    private static (double Loss, double[] Gradient) LossOf(double[] probabilities, double[] label)
    {
        INetworkUnderTest network = Networks.Create(Passing);
        network.Parameters = [.. Vectors.Identity(3), 0, 0, 0];
        (double loss, double[] gradient) = network.Backward(probabilities, label);
        return (loss, gradient[^3..]);
    }
}
