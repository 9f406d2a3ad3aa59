namespace Digits;

/// <summary>A fifth of every class for testing, the rest for training, in an order that the seed fixes.</summary>
internal sealed record Split(Images Training, Images Test)
{
    private const int TestShare = 5;

    public static Split Of(Images images, int seed)
    {
        int[] order = [.. Enumerable.Range(0, images.Count)];
        new Random(seed).Shuffle(order);
        List<int> training = [];
        List<int> test = [];
        foreach (IGrouping<int, int> digit in order.GroupBy(i => images.Labels[i]).OrderBy(group => group.Key))
        {
            int[] members = [.. digit];
            int testCount = members.Length / TestShare;
            test.AddRange(members[..testCount]);
            training.AddRange(members[testCount..]);
        }

        return new Split(images.Select([.. training]), images.Select([.. test]));
    }
}
