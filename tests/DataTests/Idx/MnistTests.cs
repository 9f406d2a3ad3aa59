using NetGen.Data;
using NetGen.Testing;

namespace NetGen.DataTests.Idx;

public class MnistTests
{
    [LargeDataFact("mnist/t10k-images-idx3-ubyte.gz", "mnist/t10k-labels-idx1-ubyte.gz")]
    public void The_test_set_has_10000_images_of_ten_digits()
    {
        Dataset<float> test = IdxFile.ReadLabelled<float>(
            LargeData.PathOf("mnist/t10k-images-idx3-ubyte.gz"), LargeData.PathOf("mnist/t10k-labels-idx1-ubyte.gz"));
        Assert.Equal((10_000, 784, 10), (test.Count, test.FeatureCount, test.ClassCount));
        Assert.Equal([7, 2, 1, 0, 4, 1, 4, 9, 5, 9], test.Labels[..10]);
        Assert.Equal(980, test.Labels.Count(0));
        Assert.Equal(-1, test.Features.IndexOfAnyExceptInRange(0, 1));
        Assert.True(test.Features.Contains(1));
    }
}
