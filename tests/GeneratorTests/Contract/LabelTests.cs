using System.Numerics;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Contract;

/// <summary>A label that is not the index of an output is refused, wherever it stands in the batch.</summary>
public class LabelTests
{
    private const int Rows = 4;

    public static TheoryData<string, Precision> Networks => ContractNetworks.WithLabels;

    [Theory]
    [MemberData(nameof(Networks))]
    public void Labels_out_of_range_are_refused_and_nothing_is_written(string name, Precision precision) =>
        ContractNetworks.Create(name, precision).Accept(new OutOfRange());

    [Theory]
    [InlineData("circles")]
    [InlineData("own loss")]
    public void A_loss_that_is_not_over_classes_takes_no_labels(string name) =>
        Assert.False(ContractNetworks.Create(name, Precision.Single).TakesLabels);

    private sealed record OutOfRange : INetworkVisitor
    {
        public void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
            where TNetwork : class, ITrainableNetwork<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            IClassifierNetwork<T> classifier = (IClassifierNetwork<T>)network;
            foreach (int label in new[] { -1, TNetwork.OutputSize, int.MinValue, int.MaxValue })
            {
                Check(classifier, spec, [label], TNetwork.InputSize, TNetwork.ParameterCount);
                for (int row = 0; row < Rows; row++)
                {
                    int[] labels = new int[Rows];
                    labels[row] = label;
                    Check(classifier, spec, labels, Rows * TNetwork.InputSize, TNetwork.ParameterCount);
                }
            }
        }

        private static void Check<T>(IClassifierNetwork<T> network, NetworkSpec spec, int[] labels, int inputLength, int parameterCount)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            Memory<T> inputs = ArgumentCheck.Buffer<T>(inputLength), gradient = ArgumentCheck.Buffer<T>(parameterCount);
            Refused("Evaluate", () => network.Evaluate(inputs.Span, labels));
            Refused("Backward", () => network.Backward(inputs.Span, labels, gradient.Span));
            Refused("SgdStep", () => network.SgdStep(inputs.Span, labels, T.One));

            void Refused(string member, Action call)
            {
                ArgumentOutOfRangeException thrown = ArgumentCheck.Refuses<T, ArgumentOutOfRangeException>(
                    network, spec, $"{member} with labels {string.Join(", ", labels)}", call, inputs, gradient);
                Assert.Equal("labels", thrown.ParamName);
            }
        }
    }
}
