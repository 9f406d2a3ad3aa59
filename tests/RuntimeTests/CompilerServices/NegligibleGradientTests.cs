using System.Numerics;
using System.Runtime.Intrinsics;
using NetGen.Activations;
using NetGen.CompilerServices;
using NetGen.Losses;
using NetGen.RuntimeTests.Activations;

namespace NetGen.RuntimeTests.CompilerServices;

/// <summary>Gradients below 2⁻¹¹⁰ or 2⁻⁹⁷⁰ are taken as 0 wherever one is handed on.</summary>
public class NegligibleGradientTests
{
    private static readonly float SingleFloor = MathF.ScaleB(1, -110);
    private static readonly double DoubleFloor = Math.ScaleB(1, -970);

    [Fact]
    public void Product_is_the_gradient_times_the_derivative_at_every_width()
    {
        CheckProduct(1f, 0.5f);
        CheckProduct(-1e-3f, 1f);
        CheckProduct(1.0, 0.5);
        CheckProduct(-1e-3, 1.0);
    }

    [Fact]
    public void Product_below_the_floor_is_0_and_NaN_stays()
    {
        CheckFloor(SingleFloor);
        CheckFloor(DoubleFloor);
    }

    [Fact]
    public void Spans_of_every_length_lose_what_is_below_the_floor()
    {
        for (int length = 1; length <= 40; length++)
        {
            CheckSpan(length, SingleFloor);
            CheckSpan(length, DoubleFloor);
        }
    }

    [Fact]
    public void A_saturated_softmax_has_no_denormal_gradient()
    {
        for (int length = 2; length <= 40; length++)
        {
            CheckSaturated<float>(length, -90, SingleFloor);
            CheckSaturated<double>(length, -720, DoubleFloor);
        }
    }

    [Fact]
    public void A_scale_that_makes_a_gradient_negligible_makes_it_0()
    {
        CheckScale<ElementwiseLoss<MeanSquaredError<float>, float>>();
        CheckScale<RowByRowError>();

        static void CheckScale<TLoss>()
            where TLoss : struct, ILoss<float>
        {
            float[] gradient = new float[3];
            RowLoss.Differentiate<TLoss, float>([1, 0.25f, float.NaN], [0, 0, 0], gradient, 3, SingleFloor);
            Assert.Equal([2 * SingleFloor, 0, float.NaN], gradient);
        }
    }

    private static void CheckProduct<T>(T gradient, T z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T a = Activate<Tanh<T>, T>.Invoke(z);
        double expected = double.CreateChecked(gradient) * (1 - Math.Pow(Math.Tanh(double.CreateChecked(z)), 2));
        Assert.All(Products<Tanh<T>, T>(gradient, z, a), p => Assert.Equal(expected, double.CreateChecked(p), 1e-6 * Math.Abs(expected)));
    }

    private static void CheckFloor<T>(T floor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T below = T.BitDecrement(floor);
        Assert.All(Products<Identity<T>, T>(floor, T.One, T.One), p => Assert.Equal(floor, p));
        Assert.All(Products<Identity<T>, T>(-floor, T.One, T.One), p => Assert.Equal(-floor, p));
        Assert.All(Products<Identity<T>, T>(below, T.One, T.One), p => Assert.Equal(T.Zero, p));
        Assert.All(Products<Identity<T>, T>(-below, T.One, T.One), p => Assert.Equal(T.Zero, p));
        Assert.All(Products<Identity<T>, T>(T.NaN, T.One, T.One), p => Assert.True(T.IsNaN(p)));
        Assert.All(Products<Identity<T>, T>(T.NegativeInfinity, T.One, T.One), p => Assert.Equal(T.NegativeInfinity, p));
    }

    private static T[] Products<TActivation, T>(T gradient, T z, T a)
        where TActivation : struct, IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
    [
        DerivativeProduct<TActivation, T>.Invoke(gradient, z, a),
        DerivativeProduct<TActivation, T>.Invoke(Vector128.Create(gradient), Vector128.Create(z), Vector128.Create(a))[1],
        DerivativeProduct<TActivation, T>.Invoke(Vector256.Create(gradient), Vector256.Create(z), Vector256.Create(a))[2],
        DerivativeProduct<TActivation, T>.Invoke(Vector512.Create(gradient), Vector512.Create(z), Vector512.Create(a))[7],
        DerivativeProduct<TActivation, T>.Invoke(Vector.Create(gradient), Vector.Create(z), Vector.Create(a))[1],
    ];

    private static void CheckSpan<T>(int length, T floor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] gradients = [.. Enumerable.Range(0, length).Select(i => (i % 3) switch { 0 => T.BitDecrement(floor), 1 => -floor, _ => T.NaN })];
        T[] expected = [.. gradients.Select(g => T.Abs(g) < floor ? T.Zero : g)];
        var gradient = new PoisonedSpan<T>(gradients);
        T[] ones = [.. Enumerable.Repeat(T.One, length)];
        Elementwise.MultiplyByDerivative<ReLU<T>, T>(ones, ones, gradient.Span);
        Assert.Equal(expected, gradient.Span.ToArray());
        gradient.AssertSurroundingsUntouched();
    }

    private static void CheckSaturated<T>(int length, double low, T floor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] z = [.. Enumerable.Repeat(T.CreateChecked(low), length)];
        z[length / 2] = T.Zero;
        T[] targets = new T[length];
        targets[length / 2] = T.One;
        T[] gradient = new T[length];
        T[] sparse = new T[length];
        RowLoss.Differentiate<SoftmaxCrossEntropy<T>, T>(z, targets, gradient, length, T.One);
        RowLoss.DifferentiateLabels<SoftmaxCrossEntropy<T>, T>(z, [length / 2], sparse, length, T.One);
        Assert.All(gradient.Concat(sparse), g => Assert.True(g == T.Zero || T.Abs(g) >= floor, $"{g} of {length}"));

        T[] a = new T[length];
        RowWise.Invoke<Softmax<T>, T>(z, a, length);
        Assert.True(a[0] > T.Zero);
        RowWise.Differentiate<Softmax<T>, T>(a, gradient = [.. Enumerable.Repeat(T.One, length)], length);
        Assert.All(gradient, g => Assert.True(g == T.Zero || T.Abs(g) >= floor, $"{g} of {length}"));
    }

    /// <summary>The squared error as a loss of a user, who knows of no blocks.</summary>
    private readonly struct RowByRowError : ILoss<float>
    {
        public static float Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets) =>
            ElementwiseLoss<MeanSquaredError<float>, float>.Evaluate(outputs, targets);

        public static float Differentiate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient) =>
            ElementwiseLoss<MeanSquaredError<float>, float>.Differentiate(outputs, targets, gradient);
    }
}
