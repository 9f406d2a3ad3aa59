using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.SeedCases;

/// <summary>A loss of the user's own that couples the outputs of a row: the mean absolute error of each run of equal targets.</summary>
[Trait("Category", "Numeric")]
public class RangewiseLossCases
{
    private const int Width = 8;

    private static readonly NetworkSpec Passing = new([Width, Width], [Activation.Identity], OwnOperators.RangewiseMeanAbsoluteError) { Precision = Precision.Double };
    private static readonly GeneratedNetworks Networks = GeneratedNetworks.Compile(Passing);

    [Fact]
    public void S002_01_rangewise_mae()
    {
        SeedCase seed = SeedCase.Of("s002_01_rangewise_mae");
        INetworkUnderTest network = Networks.Create(Passing);
        network.Parameters = [.. Vectors.Identity(Width), .. new double[Width]];
        (double Loss, double[] Gradient)[] rows =
            [.. seed.Inputs.GetProperty("y_pred").Rows().Zip(seed.Inputs.GetProperty("y_true").Rows()).Select(row => network.Backward(row.First, row.Second))];
        double[] losses = [.. rows.Select(x => x.Loss)];
        seed.Meets("loss", seed.Expected.GetProperty("loss"), losses, 1e-12);
        seed.Meets("gradient", seed.Expected.GetProperty("grad_y_pred"), [.. rows.SelectMany(x => x.Gradient[^Width..])], 1e-12);
        seed.IsNot("loss without the last run", seed.Expected.GetProperty("seed_loop_version"), losses, 1e-12);
        seed.IsNot("loss per range", seed.Expected.GetProperty("answer_version_divided_by_number_of_ranges"), losses, 1e-12);
    }

    [Fact]
    public void S002_01_rangewise_mae_of_a_batch_is_the_mean_of_its_rows()
    {
        SeedCase seed = SeedCase.Of("s002_01_rangewise_mae");
        INetworkUnderTest network = Networks.Create(Passing);
        network.Parameters = [.. Vectors.Identity(Width), .. new double[Width]];
        double loss = network.Evaluate(seed.Inputs.GetProperty("y_pred").Flat(), seed.Inputs.GetProperty("y_true").Flat());
        seed.Meets("loss", seed.Expected.GetProperty("loss").Flat().Average(), loss, 1e-12);
    }
}
