using System.Numerics;
using NetGen.RuntimeTests.Losses;
using NetGen.Training;

namespace NetGen.RuntimeTests.Training;

public sealed class SingleOptimizerTests : OptimizerTests<float>;

public sealed class DoubleOptimizerTests : OptimizerTests<double>;

/// <summary>What every optimizer computes and keeps.</summary>
[Trait("Category", "Numeric")]
public abstract class OptimizerTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int LongestLength = 67;

    /// <summary>They change from step to step.</summary>
    private static readonly double[] Rates = [0.05, 0.05, 0.025, 0.1, 0, 0.05, 0.05, 0.2, 0.0125];

    public static TheoryData<string> Variants => OptimizerVariants.All;

    [Theory]
    [MemberData(nameof(Variants))]
    public void Steps_follow_the_formula_at_every_length(string variant)
    {
        for (int length = 1; length <= LongestLength; length++)
        {
            double weightDecay = length % 2 == 0 ? 0 : 0.25;
            PoisonedRow<T> parameters = new(Numbers(length, 0));
            PlainParameter[] expected = [.. parameters.Values.Select(x => new PlainParameter(variant, x, weightDecay))];
            Optimizer<T> optimizer = OptimizerVariants.Create<T>(variant, length, weightDecay: weightDecay);
            for (int step = 0; step < Rates.Length; step++)
            {
                PoisonedRow<T> gradient = new(Numbers(length, step + 1));
                optimizer.LearningRate = Rates[step];
                optimizer.Step(parameters.Span, gradient.Span);
                foreach ((PlainParameter parameter, double component) in expected.Zip(gradient.Values))
                    parameter.Step(component, Rates[step]);
            }

            Near.Equal([.. expected.Select(x => x.Value)], parameters.Values, Near.Tolerance<T>(), variant);
            Assert.True(parameters.NeighboursAreIntact);
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void A_restored_state_goes_on_with_the_same_bits(string variant)
    {
        const int length = 37;
        T[] whole = Values(length, 0), resumed = Values(length, 0);
        Optimizer<T> first = OptimizerVariants.Create<T>(variant, length, weightDecay: 0.1);
        Optimizer<T> second = OptimizerVariants.Create<T>(variant, length, weightDecay: 0.1);
        for (int step = 1; step <= 7; step++)
        {
            first.Step(whole, Values(length, step));
        }

        Copy(first.State, second.State);
        whole.CopyTo(resumed, 0);
        Assert.Equal(7, second.State.Scalars[0]);
        for (int step = 8; step <= 14; step++)
        {
            first.Step(whole, Values(length, step));
            second.Step(resumed, Values(length, step));
        }

        Bits.Equal<T>(whole, resumed);
        for (int i = 0; i < first.State.VectorNames.Length; i++)
            Bits.Equal<T>(first.State.Vector(i), second.State.Vector(i));
        Bits.Equal<double>(first.State.Scalars, second.State.Scalars);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void The_weights_of_layers_decay_and_their_biases_do_not(string variant)
    {
        LayerInfo[] layers = [new("layers.0", 3, 7, default, "", 0, 21), new("layers.1", 7, 2, default, "", 28, 42)];
        T[] decayed = Values(44, 0), undecayed = Values(44, 0), mixed = Values(44, 0);
        Optimizer<T> all = OptimizerVariants.Create<T>(variant, 44, weightDecay: 0.5);
        Optimizer<T> none = OptimizerVariants.Create<T>(variant, 44);
        Optimizer<T> weights = OptimizerVariants.Create<T>(variant, 44, weightDecay: 0.5, layers: layers);
        for (int step = 1; step <= 3; step++)
        {
            all.Step(decayed, Values(44, step));
            none.Step(undecayed, Values(44, step));
            weights.Step(mixed, Values(44, step));
        }

        for (int i = 0; i < mixed.Length; i++)
        {
            Assert.NotEqual(decayed[i], undecayed[i]);
            Assert.Equal(i is < 21 or >= 28 and < 42 ? decayed[i] : undecayed[i], mixed[i]);
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Steps_allocate_nothing(string variant)
    {
        T[] parameters = Values(37, 0), gradient = Values(37, 1);
        LayerInfo[] layers = [new("layers.0", 4, 8, default, "", 0, 32)];
        Optimizer<T> plain = OptimizerVariants.Create<T>(variant, 37);
        Optimizer<T> decaying = OptimizerVariants.Create<T>(variant, 37, weightDecay: 0.1, layers: layers);
        AllocationProbe.AssertNone(() =>
        {
            plain.Step(parameters, gradient);
            decaying.Step(parameters, gradient);
        });
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Spans_that_do_not_fit_throw_and_change_nothing(string variant)
    {
        T[] memory = new T[5];
        T[] ones = [T.One, T.One, T.One];
        Optimizer<T> optimizer = OptimizerVariants.Create<T>(variant, 3);
        Assert.Throws<ArgumentException>("gradient", () => optimizer.Step(memory.AsSpan(0, 3), ones.AsSpan(1)));
        Assert.Throws<ArgumentException>("parameters", () => optimizer.Step(memory.AsSpan(0, 4), new T[4]));
        Assert.Throws<ArgumentException>("gradient", () => optimizer.Step(memory.AsSpan(0, 3), memory.AsSpan(2)));
        Assert.Equal(new T[5], memory);
        Assert.Equal(0, optimizer.State.Scalars[0]);
    }

    [Fact]
    public void Sgd_without_a_parameter_count_steps_at_any_length()
    {
        Sgd<T> optimizer = new(0.25);
        foreach (int length in new[] { 40, 0, 3 })
        {
            PoisonedRow<T> parameters = new(Numbers(length, 0)), gradient = new(Numbers(length, 1));
            double[] expected = [.. parameters.Values.Zip(gradient.Values, (x, g) => x - (0.25 * g))];
            optimizer.Step(parameters.Span, gradient.Span);
            Near.Equal(expected, parameters.Values, Near.Tolerance<T>(), "parameters");
            Assert.True(parameters.NeighboursAreIntact);
        }

        Assert.Throws<ArgumentException>("gradient", () => optimizer.Step(new T[3], new T[2]));
        Assert.True(optimizer.State.VectorNames.IsEmpty);
    }

    [Fact]
    public void Powers_of_decay_rates_never_become_denormal()
    {
        T[] parameter = [T.Zero], gradient = [T.One];
        NAdam<T> optimizer = new(1, beta1: 0.5, beta2: 0.5, momentumDecay: 100);
        for (int step = 0; step < 1100; step++)
        {
            optimizer.Step(parameter, gradient);
            Assert.DoesNotContain(optimizer.State.Scalars.ToArray(), double.IsSubnormal);
        }

        Assert.Equal([1100, 0, 0, 0, 0], optimizer.State.Scalars.ToArray());
        Assert.True(T.IsNegative(parameter[0]) && T.IsFinite(parameter[0]));
    }

    private static void Copy(OptimizerState<T> source, OptimizerState<T> destination)
    {
        Assert.Equal(source.VectorNames, destination.VectorNames);
        Assert.Equal(source.ScalarNames, destination.ScalarNames);
        for (int i = 0; i < source.VectorNames.Length; i++)
            source.Vector(i).CopyTo(destination.Vector(i));
        source.Scalars.CopyTo(destination.Scalars);
    }

    private static T[] Values(int length, int seed) => [.. Numbers(length, seed).Select(T.CreateTruncating)];

    /// <summary>Multiples of 1/64, which both precisions hold.</summary>
    private static double[] Numbers(int length, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (random.Next(1, 65) * 2 - 65) / 64.0)];
    }
}
