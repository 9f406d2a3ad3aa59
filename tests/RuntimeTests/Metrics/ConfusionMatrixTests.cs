using NetGen.Metrics;

namespace NetGen.RuntimeTests.Metrics;

public class ConfusionMatrixTests
{
    // The example of scikit-learn's precision_recall_fscore_support: cat 0, dog 1, pig 2.
    private static readonly int[] Actual = [0, 1, 2, 0, 1, 2];
    private static readonly int[] Predicted = [0, 2, 1, 0, 0, 1];

    [Fact]
    public void Counts_are_by_actual_and_predicted_class()
    {
        ConfusionMatrix matrix = Example();
        long[] counts = [.. from a in Enumerable.Range(0, 3) from p in Enumerable.Range(0, 3) select matrix[a, p]];
        Assert.Equal([2, 0, 0, 1, 0, 1, 0, 2, 0], counts);
        Assert.Equal([2, 2, 2], Enumerable.Range(0, 3).Select(matrix.Support));
        Assert.Equal([3, 2, 1], Enumerable.Range(0, 3).Select(matrix.Predicted));
        Assert.Equal(6, matrix.Total);
    }

    [Fact]
    public void Scores_are_those_of_scikit_learn()
    {
        ConfusionMatrix matrix = Example();
        Assert.Equal([2 / 3.0, 0, 0], Enumerable.Range(0, 3).Select(matrix.Precision));
        Assert.Equal([1.0, 0, 0], Enumerable.Range(0, 3).Select(matrix.Recall));
        Assert.Equal([0.8, 0, 0], Enumerable.Range(0, 3).Select(matrix.F1));
        Assert.Equal(2 / 9.0, matrix.Precision(Average.Macro), 14);
        Assert.Equal(1 / 3.0, matrix.Recall(Average.Macro), 14);
        Assert.Equal(0.8 / 3, matrix.F1(Average.Macro), 14);
        Assert.Equal(2 / 9.0, matrix.Precision(Average.Weighted), 14);
        foreach (double micro in new[] { matrix.Precision(Average.Micro), matrix.Recall(Average.Micro), matrix.F1(Average.Micro), matrix.Accuracy })
            Assert.Equal(1 / 3.0, micro, 14);
    }

    [Fact]
    public void Weighted_scores_count_classes_by_their_rows()
    {
        ConfusionMatrix matrix = Of(2, [0, 0, 0, 1], [0, 0, 1, 1]);
        Assert.Equal((3 * 1.0 + 0.5) / 4, matrix.Precision(Average.Weighted), 14);
        Assert.Equal(matrix.Accuracy, matrix.Recall(Average.Weighted), 14);
        Assert.Equal(((3 * 0.8) + (2 / 3.0)) / 4, matrix.F1(Average.Weighted), 14);
    }

    [Fact]
    public void A_class_that_is_never_seen_scores_0()
    {
        ConfusionMatrix matrix = Of(3, [0, 1], [0, 0]);
        Assert.Equal(0, matrix.Precision(1));
        Assert.Equal(0, matrix.Recall(2));
        Assert.Equal(0, matrix.F1(2));
        ConfusionMatrix empty = new(2);
        Assert.Equal(double.NaN, empty.Accuracy);
        Assert.Equal(0, empty.F1(Average.Weighted));
        Assert.Equal(0, empty.Precision(Average.Micro));
    }

    [Fact]
    public void Outputs_are_counted_as_accuracy_counts_them()
    {
        double[] outputs = [3, 1, 2, 0, 0, 1, 1, 5, 5, double.NaN, 9, 1];
        int[] labels = [0, 2, 2, 1];
        ConfusionMatrix matrix = ConfusionMatrix.Of<double>(outputs, labels, 3);
        Assert.Equal(Classification.Accuracy<double>(outputs, labels, 3), matrix.Accuracy);
        Assert.Equal(1, matrix[0, 0]);
        Assert.Equal(1, matrix[2, 2]);
        Assert.Equal(1, matrix[2, 1]);
        Assert.Equal(1, matrix[1, ConfusionMatrix.None]);
        Assert.Equal(1, matrix.Support(1));
        Assert.Equal(2 / 3.0, matrix.Precision(Average.Micro), 14);
        Assert.Equal(matrix.ToString(), ConfusionMatrix.Of<double>(outputs, [1.0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0], 3).ToString());
    }

    [Fact]
    public void One_output_is_counted_in_two_classes()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Of<float>([0.2f, 0.7f, 0.9f, 0.4f], [0f, 0f, 1f, 1f], 1);
        Assert.Equal([1, 1, 1, 1], new[] { matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[1, 1] });
        Assert.Equal(0.5, matrix.F1(1));
    }

    [Fact]
    public void Batches_add_up()
    {
        ConfusionMatrix matrix = Of(3, Actual[..2], Predicted[..2]);
        matrix.Add(Of(3, Actual[2..], Predicted[2..]));
        Assert.Equal(Example().ToString(), matrix.ToString());
        Assert.Throws<ArgumentException>("other", () => matrix.Add(new ConfusionMatrix(2)));
    }

    [Fact]
    public void The_text_is_a_table()
    {
        const string expected = """
              actual  as 0  as 1  precision  recall      F1  rows
                   0     2     1     1.0000  0.6667  0.8000     3
                   1     0     1     0.5000  1.0000  0.6667     1
               micro                 0.7500  0.7500  0.7500     4
               macro                 0.7500  0.8333  0.7333     4
            weighted                 0.8750  0.7500  0.7667     4
            accuracy 0.7500
            """;
        Assert.Equal(expected, Of(2, [0, 0, 0, 1], [0, 0, 1, 1]).ToString());
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        ConfusionMatrix matrix = new(2);
        Assert.Throws<ArgumentOutOfRangeException>("classCount", () => new ConfusionMatrix(1));
        Assert.Throws<ArgumentOutOfRangeException>("actual", () => matrix.Add(2, 0));
        Assert.Throws<ArgumentOutOfRangeException>("actual", () => matrix.Add(ConfusionMatrix.None, 0));
        Assert.Throws<ArgumentOutOfRangeException>("predicted", () => matrix.Add(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>("predicted", () => matrix[0, -2]);
        Assert.Throws<ArgumentOutOfRangeException>("class", () => matrix.Precision(-1));
        Assert.Throws<ArgumentOutOfRangeException>("class", () => matrix.F1(2));
        Assert.Throws<ArgumentOutOfRangeException>("average", () => matrix.F1((Average)7));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => ConfusionMatrix.Of<double>([1, 2], [2], 2));
        Assert.Equal(0, matrix.Total);
    }

    private static ConfusionMatrix Example() => Of(3, Actual, Predicted);

    private static ConfusionMatrix Of(int classes, int[] actual, int[] predicted)
    {
        ConfusionMatrix matrix = new(classes);
        foreach ((int a, int p) in actual.Zip(predicted))
            matrix.Add(a, p);
        return matrix;
    }
}
