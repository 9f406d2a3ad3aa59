using NetGen.Metrics;

namespace NetGen.RuntimeTests.Metrics;

public class ClassificationTests
{
    private static readonly double[] Outputs = [0.5, 0.2, 0.2, 0.3, 0.4, 0.2, 0.2, 0.4, 0.3, 0.7, 0.2, 0.1];
    private static readonly int[] Labels = [0, 1, 2, 2];

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.75)]
    [InlineData(3, 1.0)]
    public void Top_k_accuracy_is_that_of_scikit_learn(int k, double expected)
    {
        Assert.Equal(expected, Classification.TopKAccuracy<double>(Outputs, Labels, 3, k));
        Assert.Equal(expected, Classification.TopKAccuracy<double>(Outputs, OneHot(Labels, 3), 3, k));
    }

    [Fact]
    public void Accuracy_is_top_1_accuracy_ties_included()
    {
        double[] tied = [1, 1, 0, 0, 1, 1, 2, 2, 2];
        for (int label = 0; label < 27; label++)
        {
            int[] labels = [label % 3, label / 3 % 3, label / 9];
            double expected = new[] { 0, 1, 0 }.Zip(labels, (x, y) => x == y ? 1 : 0).Sum() / 3.0;
            Assert.Equal(expected, Classification.Accuracy<double>(tied, labels, 3));
            Assert.Equal(expected, Classification.Accuracy<double>(tied, OneHot(labels, 3), 3));
            Assert.Equal(expected, Classification.TopKAccuracy<double>(tied, labels, 3, 1));
        }
    }

    [Fact]
    public void One_output_predicts_class_1_above_the_threshold()
    {
        float[] outputs = [0.2f, 0.5f, 0.50001f, 0.9f];
        Assert.Equal(1, Classification.Accuracy<float>(outputs, [0, 0, 1, 1], 1));
        Assert.Equal(1, Classification.Accuracy<float>(outputs, [-1f, -1f, 1f, 1f], 1));
        Assert.Equal(0, Classification.Accuracy<float>(outputs, [1f, 1f, 0f, 0f], 1));
        Assert.Equal(0.5, Classification.Accuracy<float>(outputs, [0, 0, 1, 1], 1, threshold: 0));
    }

    [Fact]
    public void A_row_with_a_nan_is_never_right()
    {
        double[] binary = [double.NaN, double.NaN];
        Assert.Equal(0, Classification.Accuracy<double>(binary, [0, 1], 1));
        for (int label = 0; label < 3; label++)
        {
            Assert.Equal(0, Classification.Accuracy<double>([3, double.NaN, 1], [label], 3));
            Assert.Equal(0, Classification.TopKAccuracy<double>([3, double.NaN, 1], [label], 3, 3));
        }
    }

    [Fact]
    public void Log_loss_is_that_of_scikit_learn()
    {
        // log_loss(["spam", "ham", "ham", "spam"], [[.1, .9], [.9, .1], [.8, .2], [.35, .65]]) with ham = 0, spam = 1.
        int[] labels = [1, 0, 0, 1];
        double[] rows = [0.1, 0.9, 0.9, 0.1, 0.8, 0.2, 0.35, 0.65];
        Assert.Equal(0.21616, Classification.LogLoss<double>(rows, labels, 2), 5);
        Assert.Equal(0.21616, Classification.LogLoss<double>(rows, OneHot(labels, 2), 2), 5);
        Assert.Equal(0.21616, Classification.LogLoss<double>([0.9, 0.1, 0.2, 0.65], labels, 1), 5);
    }

    [Fact]
    public void Log_loss_clips_to_the_epsilon_of_the_precision()
    {
        Assert.Equal(52 * Math.Log(2), Classification.LogLoss<double>([0], [1], 1), 12);
        Assert.Equal(23 * Math.Log(2), Classification.LogLoss<float>([0, 1], [0], 2), 12);
        Assert.Equal(23 * Math.Log(2), Classification.LogLoss<float>([1], [0], 1), 12);
        Assert.Equal(0, Classification.LogLoss<double>([1, 0, 1, 0], [0, 0], 2), 12);
    }

    [Fact]
    public void Log_loss_of_a_nan_is_nan()
    {
        Assert.Equal(double.NaN, Classification.LogLoss<double>([0.5, double.NaN], [1, 1], 1));
        Assert.Equal(double.NaN, Classification.LogLoss<double>([0.5, double.NaN], [0], 2));
    }

    [Fact]
    public void The_order_of_the_rows_does_not_matter()
    {
        double[] outputs = [.. Outputs[6..], .. Outputs[..6]];
        int[] labels = [.. Labels[2..], .. Labels[..2]];
        Assert.Equal(Classification.Accuracy<double>(Outputs, Labels, 3), Classification.Accuracy<double>(outputs, labels, 3));
        Assert.Equal(Classification.TopKAccuracy<double>(Outputs, Labels, 3, 2), Classification.TopKAccuracy<double>(outputs, labels, 3, 2));
        Assert.Equal(Classification.LogLoss<double>(Outputs, Labels, 3), Classification.LogLoss<double>(outputs, labels, 3), 12);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Throws<ArgumentException>("outputs", () => Classification.Accuracy<double>([], Array.Empty<int>(), 1));
        Assert.Throws<ArgumentException>("outputs", () => Classification.Accuracy<double>([1, 2, 3], [0], 2));
        Assert.Throws<ArgumentException>("labels", () => Classification.Accuracy<double>([1, 2], [0, 1], 2));
        Assert.Throws<ArgumentException>("targets", () => Classification.Accuracy<double>([1, 2], [1.0], 2));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => Classification.Accuracy<double>([1, 2], [2], 2));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => Classification.Accuracy<double>([1], [-1], 1));
        Assert.Throws<ArgumentOutOfRangeException>("outputSize", () => Classification.Accuracy<double>([1], [1], 0));
        Assert.Throws<ArgumentOutOfRangeException>("threshold", () => Classification.Accuracy<double>([1], [1], 1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("k", () => Classification.TopKAccuracy<double>([1, 2], [1], 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>("k", () => Classification.TopKAccuracy<double>([1, 2], [1], 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>("outputSize", () => Classification.TopKAccuracy<double>([1], [1], 1, 1));
        Assert.Throws<ArgumentException>("outputs", () => Classification.LogLoss<double>([1.5], [1], 1));
        Assert.Throws<ArgumentException>("outputs", () => Classification.LogLoss<double>([-0.1], [1], 1));
    }

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(1.0, 1.0)]
    [InlineData(0.5, 0.5)]
    [InlineData(1.0, double.NaN)]
    [InlineData(1.0, -1.0)]
    public void Targets_of_no_class_are_refused(double first, double second)
    {
        double[] targets = [1, 0, first, second];
        ArgumentException thrown = Assert.Throws<ArgumentException>("targets", () => Classification.Accuracy<double>([1, 2, 3, 4], targets, 2));
        Assert.Contains("row 1", thrown.Message, StringComparison.Ordinal);
    }

    private static double[] OneHot(int[] labels, int classes) =>
        [.. labels.SelectMany(label => Enumerable.Range(0, classes).Select(c => c == label ? 1.0 : 0))];
}
