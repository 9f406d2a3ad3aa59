using NetGen.Data;

namespace NetGen.RuntimeTests.Data;

public class OneHotTests
{
    [Fact]
    public void Decoding_takes_encoding_back()
    {
        int[] labels = [2, 0, 1, 1], decoded = new int[4];
        float[] targets = new float[12];
        Array.Fill(targets, 9);
        OneHot.Encode(labels, 3, targets.AsSpan());
        Assert.Equal([0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0], targets);
        OneHot.Decode<float>(targets, 3, decoded);
        Assert.Equal(labels, decoded);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(0, 0.5)]
    [InlineData(0, double.NaN)]
    public void A_row_that_is_no_class_is_named_and_nothing_is_written(double a, double b)
    {
        int[] labels = [7, 7];
        Exception error = Assert.Throws<ArgumentException>("targets", () => OneHot.Decode<double>([0, 1, a, b], 2, labels));
        Assert.Contains("Row 1", error.Message);
        Assert.Equal([7, 7], labels);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>("classCount", () => OneHot.Encode<double>([0], 0, []));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => OneHot.Encode<double>([2], 2, new double[2]));
        Assert.Throws<ArgumentException>("targets", () => OneHot.Encode<double>([0, 1], 2, new double[3]));
        Assert.Throws<ArgumentException>("targets", () => OneHot.Decode<double>([1, 0, 1], 2, new int[2]));
    }
}
