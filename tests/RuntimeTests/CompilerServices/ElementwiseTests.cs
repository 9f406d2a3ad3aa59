using System.Numerics;
using NetGen.Activations;
using NetGen.CompilerServices;
using NetGen.RuntimeTests.Activations;
using NetGen.RuntimeTests.Numerics;

namespace NetGen.RuntimeTests.CompilerServices;

public class ElementwiseTests
{
    /// <summary>Twice the spacing at 1 of the results compared, in relative terms.</summary>
    private static double Tolerance<T>() => typeof(T) == typeof(float) ? 3e-7 : 6e-16;

    [Fact]
    public void Every_length_gives_what_one_number_gives_and_touches_nothing_else()
    {
        for (int length = 0; length <= 130; length++)
        {
            Check<Tanh<float>, float>(length);
            Check<Tanh<double>, double>(length);
            Check<GELU<float>, float>(length);
            Check<ReLU<double>, double>(length);
        }
    }

    [Fact]
    public void A_length_that_differs_is_refused_by_name()
    {
        Assert.Equal("z", Assert.Throws<ArgumentException>(() => Elementwise.Invoke<Tanh<float>, float>(new float[3], new float[4])).ParamName);
        Assert.Equal("a", Assert.Throws<ArgumentException>(
            () => Elementwise.MultiplyByDerivative<Tanh<float>, float>(new float[4], new float[5], new float[4])).ParamName);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        float[] z = new float[100];
        AllocationProbe.AssertNone(() =>
        {
            Elementwise.Invoke<Tanh<float>, float>(z, z);
            Elementwise.MultiplyByDerivative<Mish<float>, float>(z, z, z);
        });
    }

    [Fact]
    public void One_vector_in_registers_gives_the_same()
    {
        Assert.Equal(MathF.Tanh(0.5f), Activate<Tanh<float>, float>.Invoke(0.5f), 1e-7f);
        Assert.Equal(MathF.Tanh(0.5f), Activate<Tanh<float>, float>.Invoke(new Vector<float>(0.5f))[Vector<float>.Count - 1], 1e-7f);
        Assert.Equal(MathF.Tanh(0.5f), Activate<Tanh<float>, float>.Invoke(System.Runtime.Intrinsics.Vector128.Create(0.5f))[3], 1e-7f);
        Assert.Equal(MathF.Tanh(0.5f), Activate<Tanh<float>, float>.Invoke(System.Runtime.Intrinsics.Vector256.Create(0.5f))[7], 1e-7f);
        Assert.Equal(MathF.Tanh(0.5f), Activate<Tanh<float>, float>.Invoke(System.Runtime.Intrinsics.Vector512.Create(0.5f))[15], 1e-7f);
    }

    private static void Check<TActivation, T>(int length)
        where TActivation : struct, IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(length);
        T[] z = [.. Enumerable.Range(0, length).Select(_ => T.CreateTruncating((random.NextDouble() * 12) - 6))];
        T[] dy = [.. Enumerable.Range(0, length).Select(_ => T.CreateTruncating(random.NextDouble() - 0.5))];
        T[] expected = new T[length];
        Function.Run<TActivation, T>(Width.Scalar, z, expected);
        T[] slopes = new T[length];
        Function.Differentiate<TActivation, T>(Width.Scalar, z, expected, slopes);

        PoisonedSpan<T> input = new(z);
        PoisonedSpan<T> output = new(new T[length]);
        PoisonedSpan<T> gradient = new(dy);
        Elementwise.Invoke<TActivation, T>(input.Span, output.Span);
        Elementwise.MultiplyByDerivative<TActivation, T>(input.Span, output.Span, gradient.Span);
        Elementwise.Invoke<TActivation, T>(input.Span, input.Span);

        AssertNear(expected, output.Span);
        AssertNear([.. slopes.Zip(dy, (s, g) => s * g)], gradient.Span);
        Assert.True(output.Span.SequenceEqual(input.Span), $"In place differs at length {length}.");
        input.AssertSurroundingsUntouched();
        output.AssertSurroundingsUntouched();
        gradient.AssertSurroundingsUntouched();
    }

    private static void AssertNear<T>(T[] expected, Span<T> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < expected.Length; i++)
        {
            double error = double.CreateTruncating(T.Abs(actual[i] - expected[i]));

            // The rounding of an output near 1 reaches its derivative, such as 1 − a², in full.
            double scale = Math.Max(0.5, double.CreateTruncating(T.Abs(expected[i])));
            Assert.True(error <= Tolerance<T>() * scale, $"[{i}] of {expected.Length}: expected {expected[i]}, found {actual[i]}");
        }
    }
}
