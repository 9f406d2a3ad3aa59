using System.Numerics;
using NetGen.Training;

namespace NetGen.RuntimeTests.Training;

public sealed class SingleOptimizerRangeTests : OptimizerRangeTests<float>;

public sealed class DoubleOptimizerRangeTests : OptimizerRangeTests<double>;

/// <summary>Steps that are made of ranges.</summary>
[Trait("Category", "Numeric")]
public abstract class OptimizerRangeTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Length = 203;
    private const int Steps = 7;
    private static readonly LayerInfo[] Layers =
        [new("layers.0", 8, 16, default, "", 0, 128), new("layers.1", 16, 3, default, "", 144, 192)];

    public static TheoryData<string> Variants => OptimizerVariants.All;

    [Theory]
    [MemberData(nameof(Variants))]
    public void Any_partition_gives_the_bits_of_a_step(string variant)
    {
        Random random = new(5);
        foreach (double weightDecay in new[] { 0, 0.25 })
        {
            Equal(variant, weightDecay, _ => Enumerable.Range(0, Length + 1));
            Equal(variant, weightDecay, _ => Cuts(Enumerable.Range(0, random.Next(1, 20)).Select(_ => random.Next(Length + 1))));
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Threads_share_a_step(string variant)
    {
        Optimizer<T> whole = Create(variant, 0.25), shared = Create(variant, 0.25);
        T[] expected = Values(0), found = Values(0);
        for (int step = 1; step <= Steps; step++)
        {
            T[] gradient = Values(step);
            whole.Step(expected, gradient);
            shared.Begin(found, gradient);
            Parallel.For(0, 7, i => shared.Update(i * 29, 29, found, gradient));
        }

        Bits.Equal<T>(expected, found);
        Bits.Equal<double>(whole.State.Scalars, shared.State.Scalars);
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(0, 4)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    [InlineData(1, -1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Ranges_outside_throw_and_change_nothing(int start, int length)
    {
        T[] parameters = new T[3];
        Adam<T> optimizer = new(3);
        T[] gradient = [T.One, T.One, T.One];
        optimizer.Begin(parameters, gradient);
        Assert.Throws<ArgumentOutOfRangeException>(() => optimizer.Update(start, length, parameters, gradient));
        Assert.Equal(new T[3], parameters);
    }

    private static void Equal(string variant, double weightDecay, Func<int, IEnumerable<int>> cutsOfStep)
    {
        Optimizer<T> whole = Create(variant, weightDecay), parts = Create(variant, weightDecay);
        T[] expected = Values(0), found = Values(0);
        for (int step = 1; step <= Steps; step++)
        {
            T[] gradient = Values(step);
            int[] cuts = [.. cutsOfStep(step)];
            whole.Step(expected, gradient);
            parts.Begin(found, gradient);
            for (int i = cuts.Length - 1; i > 0; i--)
                parts.Update(cuts[i - 1], cuts[i] - cuts[i - 1], found, gradient);
        }

        Bits.Equal<T>(expected, found);
        for (int i = 0; i < whole.State.VectorNames.Length; i++)
            Bits.Equal<T>(whole.State.Vector(i), parts.State.Vector(i));
        Bits.Equal<double>(whole.State.Scalars, parts.State.Scalars);
    }

    private static Optimizer<T> Create(string variant, double weightDecay) =>
        OptimizerVariants.Create<T>(variant, Length, weightDecay: weightDecay, layers: Layers);

    private static int[] Cuts(IEnumerable<int> between) => [0, .. between.Order(), Length];

    private static T[] Values(int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, Length).Select(_ => T.CreateTruncating(random.NextDouble() - 0.5))];
    }
}
