using NetGen.Data;

namespace NetGen.RuntimeTests.Data;

public class BatchTests
{
    private static readonly float[] Features = [.. Enumerable.Range(0, 14).Select(x => (float)x)];

    [Fact]
    public void Batches_cover_all_rows_in_order_and_the_last_may_be_shorter()
    {
        Dataset<float> dataset = Dataset<float>.WithLabels(Features, 2, new[] { 0, 1, 2, 3, 4, 5, 6 }, 7);
        List<float> features = [];
        List<int> labels = [], counts = [];
        foreach (Batch<float> batch in dataset.Batches(3))
        {
            features.AddRange(batch.Features);
            labels.AddRange(batch.Labels);
            counts.Add(batch.Count);
            Assert.True(batch.Targets.IsEmpty);
        }

        Assert.Equal(Features, features);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], labels);
        Assert.Equal([3, 3, 1], counts);
        Assert.Equal(3, dataset.Batches(3).Count);
    }

    [Fact]
    public void Batches_of_targets_have_no_labels()
    {
        Dataset<float> dataset = Dataset<float>.WithTargets(Features.AsMemory(0, 7), 1, Features, 2);
        List<float> targets = [];
        foreach (Batch<float> batch in dataset.Batches(7))
        {
            targets.AddRange(batch.Targets);
            Assert.Equal((7, 0), (batch.Count, batch.Labels.Length));
        }

        Assert.Equal(Features, targets);
    }

    [Fact]
    public void No_row_gives_no_batch() =>
        Assert.False(Dataset<float>.WithTargets(default, 2, default, 1).Batches(int.MaxValue).GetEnumerator().MoveNext());

    [Fact]
    public void A_walk_over_batches_allocates_nothing()
    {
        Dataset<float> dataset = Dataset<float>.WithTargets(Features, 2, Features, 2);
        AllocationProbe.AssertNone(() =>
        {
            int rows = 0;
            foreach (Batch<float> batch in dataset.Batches(2))
                rows += batch.Count;
            if (rows != 7)
                throw new InvalidOperationException();
        });
    }
}
