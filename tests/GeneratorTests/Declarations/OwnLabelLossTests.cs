using System.Reflection;
using Microsoft.CodeAnalysis;
using NetGen.GeneratorTests.Harness;

namespace NetGen.GeneratorTests.Declarations;

/// <summary>A loss of the user's that takes the index of a class.</summary>
public class OwnLabelLossTests
{
    private const string Source = """
        using System;
        using NetGen;

        internal readonly struct NegativeScore : ILoss<float>, ILabelLoss<float>
        {
            public static float Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets)
            {
                float sum = 0;
                for (int i = 0; i < outputs.Length; i++)
                {
                    sum -= outputs[i] * targets[i];
                }

                return sum;
            }

            public static float Differentiate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient)
            {
                for (int i = 0; i < outputs.Length; i++)
                {
                    gradient[i] = -targets[i];
                }

                return Evaluate(outputs, targets);
            }

            public static float Evaluate(ReadOnlySpan<float> outputs, int label) => -outputs[label];

            public static float Differentiate(ReadOnlySpan<float> outputs, int label, Span<float> gradient)
            {
                gradient.Clear();
                gradient[label] = -1;
                return -outputs[label];
            }
        }

        [Network<NegativeScore>([2, 3], [Activation.Tanh])]
        public partial class Scores;
        """;

    [Fact]
    public void Labels_equal_one_hot_targets()
    {
        Compilation compilation = GeneratorRun.Of(TestCompilation.Create(Source)).Output;
        Assembly assembly = CompiledAssembly.Load(compilation);
        IClassifierNetwork<float> network = (IClassifierNetwork<float>)Activator.CreateInstance(assembly.GetType("Scores")!, 3)!;
        float[] inputs = [0.5f, -1, 2, 0.25f];
        float[] targets = [0, 1, 0, 0, 0, 1];
        int[] labels = [1, 2];
        float[] fromTargets = new float[network.Parameters.Length];
        float[] fromLabels = new float[network.Parameters.Length];

        Assert.Equal(network.Evaluate(inputs, targets), network.Evaluate(inputs, labels));
        Assert.Equal(network.Backward(inputs, targets, fromTargets), network.Backward(inputs, labels, fromLabels));
        Assert.Equal(fromTargets, fromLabels);
        Assert.Contains(fromLabels, value => value != 0);
    }
}
