using NetGen.Metrics;

namespace NetGen.RuntimeTests.Metrics;

public class RocAucTests
{
    private static readonly double[] Outputs = [0.1, 0.4, 0.35, 0.8];
    private static readonly int[] Labels = [0, 0, 1, 1];

    [Fact]
    public void The_area_is_that_of_scikit_learn()
    {
        Assert.Equal(0.75, RocAuc.Binary<double>(Outputs, Labels));
        Assert.Equal(0.75, RocAuc.Binary<double>(Outputs, [0.0, -1, 1, 1]));
    }

    [Fact]
    public void Perfect_scores_give_1_inverted_ones_0_and_constant_ones_one_half()
    {
        Assert.Equal(1, RocAuc.Binary<float>([-3, 1, 2, 9], [0, 0, 1, 1]));
        Assert.Equal(0, RocAuc.Binary<float>([3, -1, -2, -9], [0, 0, 1, 1]));
        Assert.Equal(0.5, RocAuc.Binary<float>([4, 4, 4], [0, 1, 1]));
    }

    /// <summary>The definition: the share of pairs in the right order, ties half.</summary>
    [Fact]
    public void The_area_is_the_share_of_pairs_in_order()
    {
        Random random = new(5);
        for (int round = 0; round < 200; round++)
        {
            int rows = random.Next(2, 40);
            double[] outputs = [.. Enumerable.Range(0, rows).Select(_ => random.Next(-4, 4) / 4.0)];
            int[] labels = [.. Enumerable.Range(0, rows).Select(i => i < 2 ? i : random.Next(2))];
            (double inOrder, int pairs) = Pairs(outputs, labels);
            Assert.Equal(inOrder / pairs, RocAuc.Binary<double>(outputs, labels), 14);
            Assert.Equal(1 - (inOrder / pairs), RocAuc.Binary<double>([.. outputs.Select(x => -x)], labels), 14);

            int[] order = [.. Enumerable.Range(0, rows)];
            random.Shuffle(order);
            Assert.Equal(RocAuc.Binary<double>(outputs, labels), RocAuc.Binary<double>([.. order.Select(i => outputs[i])], [.. order.Select(i => labels[i])]));
        }
    }

    [Fact]
    public void One_versus_rest_is_the_mean_over_the_classes()
    {
        double[] outputs = [5, 1, 2, 4, 3, 3, 1, 1, 6, 0, 2, 5, 2, 4, 3];
        int[] labels = [0, 1, 2, 1, 0];
        double expected = Enumerable.Range(0, 3).Average(c => RocAuc.Binary<double>(
            [.. Enumerable.Range(0, 5).Select(row => outputs[(row * 3) + c])], [.. labels.Select(x => x == c ? 1 : 0)]));
        Assert.Equal(expected, RocAuc.OneVersusRest<double>(outputs, labels, 3), 14);
        Assert.Equal(expected, RocAuc.OneVersusRest<double>(outputs, [1.0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0], 3), 14);
    }

    [Fact]
    public void One_class_has_no_area()
    {
        Assert.Throws<ArgumentException>("labels", () => RocAuc.Binary<double>([1, 2], [1, 1]));
        Assert.Throws<ArgumentException>("targets", () => RocAuc.Binary<double>([1, 2], [0.0, -1]));
        Assert.Throws<ArgumentException>("labels", () => RocAuc.OneVersusRest<double>([1, 2, 3, 4, 5, 6], [0, 1], 3));
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Throws<ArgumentException>("outputs", () => RocAuc.Binary<double>([], Array.Empty<int>()));
        Assert.Throws<ArgumentException>("outputs", () => RocAuc.Binary<double>([1, double.NaN], [0, 1]));
        Assert.Throws<ArgumentException>("labels", () => RocAuc.Binary<double>([1, 2], [0]));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => RocAuc.Binary<double>([1, 2], [0, 2]));
        Assert.Throws<ArgumentException>("targets", () => RocAuc.Binary<double>([1, 2], [0.5, 1]));
        Assert.Throws<ArgumentOutOfRangeException>("outputSize", () => RocAuc.OneVersusRest<double>([1, 2], [0, 1], 1));
    }

    private static (double InOrder, int Count) Pairs(double[] outputs, int[] labels)
    {
        double inOrder = 0;
        int count = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            for (int j = 0; j < labels.Length; j++)
            {
                if (labels[i] == 1 && labels[j] == 0)
                {
                    count++;
                    inOrder += outputs[i] > outputs[j] ? 1 : outputs[i] == outputs[j] ? 0.5 : 0;
                }
            }
        }

        return (inOrder, count);
    }
}
