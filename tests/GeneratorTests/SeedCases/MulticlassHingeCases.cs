using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>The multiclass support vector machine: Σ over j ≠ y of max(0, s_j − s_y + 1), not divided by the number of classes.</summary>
[Trait("Category", "Numeric")]
public class MulticlassHingeCases
{
    private static readonly NetworkSpec Linear = Machine(4);
    private static readonly NetworkSpec Scores = Machine(3);
    private static readonly GeneratedNetworks Networks = GeneratedNetworks.Compile(Linear, Scores);

    [Fact]
    public void S002_02_svm_multiclass_hinge()
    {
        SeedCase seed = SeedCase.Of("s002_02_svm_multiclass_hinge");
        INetworkUnderTest network = Networks.Create(Linear);
        network.Parameters = seed.Inputs.GetProperty("W").Transposed();
        double[] x = seed.Inputs.GetProperty("X").Transposed();
        (double loss, double[] gradient) = network.Backward(x, seed.Inputs.GetProperty("y").Integers());
        seed.Meets("scores", seed.Expected.GetProperty("scores").Transposed(), network.Forward(x), 1e-12);
        seed.Meets("loss", seed.Expected.GetProperty("loss"), loss, 1e-12);
        seed.Meets("dW", seed.Expected.GetProperty("dW").Transposed(), gradient, 1e-12);
        seed.IsNot("loss with the correct class", seed.Expected.GetProperty("loss_if_correct_class_not_skipped"), loss, 1e-12);
    }

    [Fact]
    public void S002_03_svm_cs231n_triplet()
    {
        SeedCase seed = SeedCase.Of("s002_03_svm_cs231n_triplet");
        INetworkUnderTest network = Networks.Create(Scores);
        network.Parameters = Vectors.Identity(3);
        int[] y = seed.Inputs.GetProperty("y").Integers();
        double[][] scores = seed.Inputs.GetProperty("scores").Rows();
        seed.Meets("per sample", seed.Expected.GetProperty("per_sample"), [.. scores.Zip(y, (row, label) => network.Evaluate(row, [label]))], 1e-12);
        seed.Meets("mean", seed.Expected.GetProperty("mean"), network.Evaluate([.. scores.SelectMany(row => row)], y), 1e-12);
    }

    private static NetworkSpec Machine(int inputs) => new([inputs, 3], [Activation.Identity], Loss.MulticlassHinge)
    {
        Precision = Precision.Double,
        Reduction = LossReduction.SumOverOutputs,
        Bias = false,
    };
}
