using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Harness;

/// <summary>
/// A generated network of either precision behind doubles. Every span handed to it lies between poisoned guards,
/// which must survive the call.
/// </summary>
internal interface INetworkUnderTest
{
    NetworkSpec Spec { get; }

    /// <summary>The declaration, for the message of a failing test.</summary>
    string Declaration { get; }

    bool TakesLabels { get; }

    double[] Parameters { get; set; }

    double[] Forward(double[] inputs);

    double Evaluate(double[] inputs, double[] targets);

    double Evaluate(double[] inputs, int[] labels);

    (double Loss, double[] Gradient) Backward(double[] inputs, double[] targets);

    (double Loss, double[] Gradient) Backward(double[] inputs, int[] labels);

    double SgdStep(double[] inputs, double[] targets, double learningRate);

    double SgdStep(double[] inputs, int[] labels, double learningRate);

    (double[] Parameters, double[] Inputs) VectorJacobianProduct(double[] inputs, double[] outputGradients);

    double[] Jacobian(double[] input);

    /// <summary>Hands the instance to a test that is generic in its types.</summary>
    void Accept(INetworkVisitor visitor);
}

/// <summary>A test written once for both number types and any generated class.</summary>
internal interface INetworkVisitor
{
    void Visit<TNetwork, T>(TNetwork network, NetworkSpec spec)
        where TNetwork : class, ITrainableNetwork<T>
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>;
}
