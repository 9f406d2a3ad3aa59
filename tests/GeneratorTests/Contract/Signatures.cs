using System.Numerics;

namespace NetGen.GeneratorTests.Contract;

/// <summary>The signatures of a network's members for a number of rows.</summary>
internal static class Signatures
{
    /// <summary>With one row, for which members have paths of their own, and with more.</summary>
    public static IEnumerable<Signature<T>> OfOneAndMore<TNetwork, T>(TNetwork network, int rows)
        where TNetwork : class, ITrainableNetwork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Of<TNetwork, T>(network, 1).Concat(Of<TNetwork, T>(network, rows));

    public static IEnumerable<Signature<T>> Of<TNetwork, T>(TNetwork network, int rows)
        where TNetwork : class, ITrainableNetwork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int outputLength = rows * TNetwork.OutputSize;
        SpanParameter inputs = new("inputs", rows * TNetwork.InputSize, TNetwork.InputSize, IsWritten: false);
        SpanParameter targets = Read("targets", outputLength), gradient = Written("gradient", TNetwork.ParameterCount);
        return
        [
            new("Forward", [inputs, Written("outputs", outputLength)], x => network.Forward(x[0].Span, x[1].Span)),
            new("Evaluate", [inputs, targets], x => network.Evaluate(x[0].Span, x[1].Span)),
            new("Backward", [inputs, targets, gradient], x => network.Backward(x[0].Span, x[1].Span, x[2].Span)),
            new("SgdStep", [inputs, targets], x => network.SgdStep(x[0].Span, x[1].Span, T.One)),
            new(
                "VectorJacobianProduct",
                [inputs, Read("outputGradients", outputLength), Written("parameterGradient", TNetwork.ParameterCount), Written("inputGradients", inputs.Length)],
                x => network.VectorJacobianProduct(x[0].Span, x[1].Span, x[2].Span, x[3].Span)),
            new(
                "Jacobian",
                [Read("input", TNetwork.InputSize), Written("jacobian", TNetwork.OutputSize * TNetwork.InputSize)],
                x => network.Jacobian(x[0].Span, x[1].Span)),
            .. network is IClassifierNetwork<T> classifier ? WithLabels(classifier, inputs, Read("labels", rows), gradient) : [],
        ];
    }

    private static IEnumerable<Signature<T>> WithLabels<T>(IClassifierNetwork<T> network, SpanParameter inputs, SpanParameter labels, SpanParameter gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
    [
        new("Evaluate with labels", [inputs, labels], x => network.Evaluate(x[0].Span, new int[x[1].Length])),
        new("Backward with labels", [inputs, labels, gradient], x => network.Backward(x[0].Span, new int[x[1].Length], x[2].Span)),
        new("SgdStep with labels", [inputs, labels], x => network.SgdStep(x[0].Span, new int[x[1].Length], T.One)),
    ];

    private static SpanParameter Read(string name, int length) => new(name, length, length, IsWritten: false);

    private static SpanParameter Written(string name, int length) => new(name, length, length, IsWritten: true);
}
