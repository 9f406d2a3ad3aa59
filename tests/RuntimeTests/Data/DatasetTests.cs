using NetGen.Data;

namespace NetGen.RuntimeTests.Data;

public class DatasetTests
{
    private static readonly double[] Features = [0, 1, 10, 11, 20, 21, 30, 31, 40, 41];

    private static Dataset<double> Labelled => Dataset<double>.WithLabels(Features, 2, new[] { 0, 1, 2, 1, 0 }, 3);

    private static Dataset<double> Targeted => Dataset<double>.WithTargets(Features, 2, new[] { 0.5, 1.5, 2.5, 3.5, 4.5 }, 1);

    [Fact]
    public void Rows_have_labels_or_targets()
    {
        Assert.Equal((5, 2, 3, 0, true), (Labelled.Count, Labelled.FeatureCount, Labelled.ClassCount, Labelled.TargetCount, Labelled.HasLabels));
        Assert.Equal((5, 2, 0, 1, false), (Targeted.Count, Targeted.FeatureCount, Targeted.ClassCount, Targeted.TargetCount, Targeted.HasLabels));
        Assert.True(Labelled.Targets.IsEmpty && Targeted.Labels.IsEmpty);
    }

    [Fact]
    public void A_dataset_and_its_slices_are_views()
    {
        double[] features = [1, 2, 3, 4];
        Dataset<double> dataset = Dataset<double>.WithTargets(features, 1, features, 1);
        Dataset<double> slice = dataset.Slice(1, 2);
        features[1] = 9;
        Assert.Equal([1, 9, 3, 4], dataset.Features);
        Assert.Equal([9, 3], slice.Features);
        Assert.Equal([9, 3], slice.Targets);
    }

    [Fact]
    public void A_slice_of_labelled_rows_keeps_their_labels()
    {
        Dataset<double> slice = Labelled.Slice(2, 3);
        Assert.Equal([20, 21, 30, 31, 40, 41], slice.Features);
        Assert.Equal([2, 1, 0], slice.Labels);
        Assert.Equal(0, Labelled.Slice(5, 0).Count);
    }

    [Fact]
    public void Selected_rows_are_copies_in_the_order_given()
    {
        Dataset<double> labelled = Labelled.Select([3, 0, 3]), targeted = Targeted.Select([4, 1]);
        Assert.Equal([30, 31, 0, 1, 30, 31], labelled.Features);
        Assert.Equal([1, 0, 1], labelled.Labels);
        Assert.Equal([40, 41, 10, 11], targeted.Features);
        Assert.Equal([4.5, 1.5], targeted.Targets);
    }

    [Fact]
    public void A_shuffle_is_fixed_by_its_seed()
    {
        int[] labels = [.. Enumerable.Range(0, 100)];
        double[] features = [.. labels.Select(x => (double)x)];
        Dataset<double> dataset = Dataset<double>.WithLabels(features, 1, labels, 100);
        Dataset<double> shuffled = dataset.Shuffle(1);
        Assert.Equal(shuffled.Labels, dataset.Shuffle(1).Labels);
        Assert.False(shuffled.Labels.SequenceEqual(dataset.Shuffle(2).Labels));
        Assert.Equal(features, shuffled.Features.ToArray().Order());
        Assert.Equal(shuffled.Features, shuffled.Labels.ToArray().Select(x => (double)x).ToArray());
    }

    [Fact]
    public void Labels_become_one_hot_targets()
    {
        Dataset<double> oneHot = Labelled.OneHot();
        Assert.Equal(3, oneHot.TargetCount);
        Assert.Equal([1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0], oneHot.Targets);
        Assert.Equal(Features, oneHot.Features);
        Assert.Throws<InvalidOperationException>(() => Targeted.OneHot());
    }

    [Fact]
    public void Features_and_targets_can_be_replaced()
    {
        Assert.Equal([0, 1, 2, 1, 0], Labelled.WithFeatures(new double[5], 1).Labels);
        Assert.Equal([0.5, 1.5, 2.5, 3.5, 4.5], Targeted.WithFeatures(new double[15], 3).Targets);
        Assert.Equal(2, Labelled.WithTargets(new double[10], 2).TargetCount);
        Assert.Throws<ArgumentException>("features", () => Labelled.WithFeatures(new double[8], 2));
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Throws<ArgumentException>("features", () => Dataset<double>.WithTargets(Features, 3, Features, 1));
        Assert.Throws<ArgumentException>("targets", () => Dataset<double>.WithTargets(Features, 2, new double[4], 1));
        Assert.Throws<ArgumentException>("labels", () => Dataset<double>.WithLabels(Features, 2, new int[6], 1));
        Assert.Throws<ArgumentOutOfRangeException>("featureCount", () => Dataset<double>.WithTargets(Features, 0, Features, 1));
        Assert.Throws<ArgumentOutOfRangeException>("targetCount", () => Dataset<double>.WithTargets(Features, 2, Features, 0));
        Assert.Throws<ArgumentOutOfRangeException>("classCount", () => Dataset<double>.WithLabels(Features, 2, new int[5], 0));
        Assert.Throws<ArgumentOutOfRangeException>("start", () => Labelled.Slice(6, 0));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Labelled.Slice(4, 2));
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => Labelled.Select([0, 5]));
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => Labelled.Slice(0, 0).Select([0]));
        Assert.Throws<ArgumentOutOfRangeException>("batchSize", () => Labelled.Batches(0));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_label_out_of_range_names_its_row(int label)
    {
        Exception error = Assert.Throws<ArgumentOutOfRangeException>(
            "labels", () => Dataset<double>.WithLabels(Features, 2, new[] { 0, 1, label, 1, 0 }, 3));
        Assert.Contains($"The label of row 2 is {label}, but 0 to 2 is expected.", error.Message);
    }
}
