using NetGen.Losses;

namespace NetGen.RuntimeTests.Losses;

/// <summary>Values at the ends of the range, where a plain formula overflows or divides by zero.</summary>
[Trait("Category", "Numeric")]
public class ExtremesTests
{
    [Theory]
    [InlineData(1e4, 1e4 - 0.6931471805599453)]
    [InlineData(-1e4, 1e4 - 0.6931471805599453)]
    [InlineData(1e300, 1e300)]
    [InlineData(1e-5, 4.99999999991666667e-11)]
    [InlineData(0, 0)]
    public void LogCosh_neither_overflows_nor_loses_small_differences(double difference, double expected)
    {
        double loss = ElementwiseLoss<LogCosh<double>, double>.Evaluate([difference], [0]);
        Assert.Equal(expected, loss, Math.Abs(expected) * 1e-13);
    }

    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(1, 1, 0, -1)]
    [InlineData(0, 1, 100, -1e12)]
    [InlineData(1, 0, 100, 1e12)]
    public void BinaryCrossEntropy_stays_finite_at_0_and_1(double output, double target, double expected, double slope)
    {
        double[] gradient = new double[1];
        Assert.Equal(expected, ElementwiseLoss<BinaryCrossEntropy<double>, double>.Differentiate([output], [target], gradient));
        Assert.Equal(slope, gradient[0], 1e-3);

        float[] single = new float[1];
        Assert.Equal(
            (float)expected,
            ElementwiseLoss<BinaryCrossEntropy<float>, float>.Differentiate([(float)output], [(float)target], single));
        Assert.True(float.IsFinite(single[0]));
    }

    [Theory]
    [InlineData(1e4, 1, 0)]
    [InlineData(-1e4, 0, 0)]
    [InlineData(1e4, 0, 1e4)]
    [InlineData(-1e4, 1, 1e4)]
    [InlineData(20, 1, 2.0611536203143808e-9)]
    [InlineData(1e30, 1, 0)]
    public void BinaryCrossEntropyWithLogits_is_exact_for_large_logits(double output, double target, double expected)
    {
        double loss = ElementwiseLoss<BinaryCrossEntropyWithLogits<double>, double>.Evaluate([output], [target]);
        Assert.Equal(expected, loss, expected * 1e-13);
        float single = ElementwiseLoss<BinaryCrossEntropyWithLogits<float>, float>.Evaluate([(float)output], [(float)target]);
        Assert.Equal(expected, single, expected * 1e-6);
    }

    [Fact]
    public void SoftmaxCrossEntropy_does_not_overflow()
    {
        float[] gradient = new float[3];
        float loss = SoftmaxCrossEntropy<float>.Differentiate([1e30f, -1e30f, 0], 1, gradient);
        Assert.Equal(2e30f, loss, 1e25f);
        Assert.Equal([1f, -1f, 0f], gradient);
        Assert.Equal(0f, SoftmaxCrossEntropy<float>.Evaluate([1e4f, -1e4f, 0], [1, 0, 0]));
    }

    [Fact]
    public void Zero_targets_add_nothing_at_infinite_log_probabilities()
    {
        double[] outputs = [0, double.NegativeInfinity];
        double[] targets = [1, 0];
        Assert.Equal(0, NegativeLogLikelihood<double>.Evaluate(outputs, targets));
        Assert.Equal(0, ElementwiseLoss<KullbackLeiblerDivergence<double>, double>.Evaluate(outputs, targets));
        Assert.Equal(0, SoftmaxCrossEntropy<double>.Evaluate(outputs, targets));
    }

    [Fact]
    public void CategoricalCrossEntropy_divides_by_the_sum()
    {
        double[] gradient = new double[3];
        CategoricalCrossEntropy<double>.Differentiate([0.5, 0.1, 0.1], [1, 0, 0], gradient);
        Assert.Equal(-0.5714, gradient[0], 5e-5);
        Assert.Equal(1.4286, gradient[1], 5e-5);
        Assert.Equal(1.4286, gradient[2], 5e-5);
    }

    [Fact]
    public void CategoricalCrossEntropy_ignores_zero_outputs_of_zero_targets()
    {
        double[] gradient = new double[2];
        Assert.Equal(0, CategoricalCrossEntropy<double>.Differentiate([0.5, 0], [1, 0], gradient));
        Assert.Equal([0.0, 2.0], gradient);
        Assert.Equal(double.PositiveInfinity, CategoricalCrossEntropy<double>.Evaluate([0.5, 0], [0, 1]));
    }

    [Theory]
    [InlineData(1e30f)]
    [InlineData(1e-30f)]
    public void CosineDistance_does_not_depend_on_the_length_of_the_vectors(float scale)
    {
        float[] gradient = new float[2];
        float loss = CosineDistance<float>.Differentiate([3 * scale, 4 * scale], [scale, 0], gradient);
        Assert.Equal(0.4f, loss, 1e-6f);
        Assert.Equal(-0.128f, gradient[0] * scale, 1e-6f);
        Assert.Equal(0.096f, gradient[1] * scale, 1e-6f);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(0, 0)]
    public void CosineDistance_of_a_zero_vector_is_1_with_no_gradient(double output, double target)
    {
        double[] gradient = [7, 7];
        Assert.Equal(1, CosineDistance<double>.Differentiate([output, output], [target, target], gradient));
        Assert.Equal(1, CosineDistance<double>.Evaluate([output, output], [target, target]));
        Assert.Equal([0.0, 0.0], gradient);
    }

    [Fact]
    public void CosineDistance_of_a_NaN_beside_zeros_is_NaN()
    {
        Assert.True(double.IsNaN(CosineDistance<double>.Evaluate([double.NaN, 0, 0], [1, 1, 1])));
        Assert.True(double.IsNaN(CosineDistance<double>.Evaluate([0, 0, 0], [1, double.NaN, 1])));
    }

    [Fact]
    public void Kinks_have_slope_0()
    {
        double[] gradient = [7];
        ElementwiseLoss<MeanAbsoluteError<double>, double>.Differentiate([2], [2], gradient);
        Assert.Equal(0, gradient[0]);
        ElementwiseLoss<BinaryHinge<double, Margin>, double>.Differentiate([Oracle.Margin], [1], gradient);
        Assert.Equal(0, gradient[0]);
        double[] pair = [7, 7];
        MulticlassHinge<double, Margin>.Differentiate([Oracle.Margin, 0], 0, pair);
        Assert.Equal([0.0, 0.0], pair);
    }

    [Fact]
    public void Gradients_of_NaN_are_NaN_where_they_depend_on_the_output()
    {
        AssertNaN<ElementwiseLoss<MeanSquaredError<float>, float>>();
        AssertNaN<ElementwiseLoss<MeanAbsoluteError<float>, float>>();
        AssertNaN<ElementwiseLoss<Huber<float, HuberDelta>, float>>();
        AssertNaN<ElementwiseLoss<LogCosh<float>, float>>();
        AssertNaN<ElementwiseLoss<BinaryCrossEntropy<float>, float>>();
        AssertNaN<ElementwiseLoss<BinaryCrossEntropyWithLogits<float>, float>>();
        AssertNaN<ElementwiseLoss<BinaryHinge<float, Margin>, float>>();
        AssertNaN<ElementwiseLoss<PoissonNegativeLogLikelihood<float>, float>>();
        AssertNaN<SoftmaxCrossEntropy<float>>();
        AssertNaN<CategoricalCrossEntropy<float>>();
        AssertNaN<MulticlassHinge<float, Margin>>();
        AssertNaN<CosineDistance<float>>();

        static void AssertNaN<TLoss>()
            where TLoss : struct, ILoss<float>
        {
            float[] gradient = new float[21];
            float[] outputs = [.. Enumerable.Repeat(0.5f, 21)];
            float[] targets = [.. Enumerable.Repeat(1f, 21)];
            outputs[4] = float.NaN;
            outputs[20] = float.NaN;
            TLoss.Differentiate(outputs, targets, gradient);
            Assert.True(float.IsNaN(gradient[4]) && float.IsNaN(gradient[20]), typeof(TLoss).Name);
        }
    }
}
