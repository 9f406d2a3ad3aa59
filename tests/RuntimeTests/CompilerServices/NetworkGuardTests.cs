using System.Numerics;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen.RuntimeTests.CompilerServices;

/// <summary>Which arguments of a step take the path of a single row: neighbours of the parameters do, what overlaps them does not.</summary>
public class NetworkGuardTests
{
    private const int Parameters = 10;
    private const int Inputs = 4;
    private const int Outputs = 2;
    private const int Before = 8;

    [Theory]
    [InlineData(-5, true)]
    [InlineData(-4, true)]
    [InlineData(-3, false)]
    [InlineData(0, false)]
    [InlineData(6, false)]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(11, true)]
    public void Inputs_lie_apart_from_the_parameters(int start, bool isStep)
    {
        Check<float>(start, isStep);
        Check<double>(start, isStep);

        static void Check<T>(int start, bool isStep)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T[] memory = new T[2 * Before + Parameters];
            ReadOnlySpan<T> inputs = memory.AsSpan(Before + start, Inputs);
            Assert.Equal(isStep, NetworkGuard.IsStep<T>(inputs, new T[Outputs], ref memory[Before], Inputs, Outputs, Parameters));
            Assert.Equal(isStep, NetworkGuard.IsStep(inputs, [1], ref memory[Before], Inputs, Outputs, Parameters));
        }
    }

    [Theory]
    [InlineData(-2, true)]
    [InlineData(-1, false)]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Targets_lie_apart_from_the_parameters(int start, bool isStep)
    {
        double[] memory = new double[2 * Before + Parameters];
        ReadOnlySpan<double> targets = memory.AsSpan(Before + start, Outputs);
        Assert.Equal(isStep, NetworkGuard.IsStep<double>(new double[Inputs], targets, ref memory[Before], Inputs, Outputs, Parameters));
    }

    /// <summary>A label has half the bytes of a parameter here.</summary>
    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(2 * Parameters - 1, false)]
    [InlineData(2 * Parameters, true)]
    public void A_label_lies_apart_from_the_parameters(int start, bool isStep)
    {
        double[] memory = new double[2 * Before + Parameters];
        ReadOnlySpan<int> labels = MemoryMarshal.Cast<double, int>(memory).Slice(2 * Before + start, 1);
        Assert.Equal(isStep, NetworkGuard.IsStep(new double[Inputs], labels, ref memory[Before], Inputs, Outputs, Parameters));
    }

    [Theory]
    [InlineData(Inputs, Outputs, true)]
    [InlineData(Inputs - 1, Outputs, false)]
    [InlineData(2 * Inputs, 2 * Outputs, false)]
    [InlineData(Inputs, 0, false)]
    [InlineData(0, 0, false)]
    public void Only_one_row_is_a_step(int inputs, int targets, bool isStep) =>
        Assert.Equal(isStep, NetworkGuard.IsStep<float>(new float[inputs], new float[targets], ref (new float[Parameters])[0], Inputs, Outputs, Parameters));

    [Theory]
    [InlineData(new[] { 0 }, true)]
    [InlineData(new[] { Outputs - 1 }, true)]
    [InlineData(new[] { Outputs }, false)]
    [InlineData(new[] { -1 }, false)]
    [InlineData(new[] { 0, 0 }, false)]
    [InlineData(new int[0], false)]
    public void A_label_is_the_index_of_an_output(int[] labels, bool isStep) =>
        Assert.Equal(isStep, NetworkGuard.IsStep<float>(new float[Inputs], labels, ref (new float[Parameters])[0], Inputs, Outputs, Parameters));
}
