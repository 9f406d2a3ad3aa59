using System.Numerics;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Harness;

internal static class NetworkUnderTest
{
    public static INetworkUnderTest Create(Type type, NetworkSpec spec, int seed)
    {
        Type number = spec.Precision == Precision.Single ? typeof(float) : typeof(double);
        Type wrapper = typeof(NetworkUnderTest<,>).MakeGenericType(type, number);
        object network = Activator.CreateInstance(type, seed)!;
        return (INetworkUnderTest)Activator.CreateInstance(wrapper, network, spec)!;
    }
}

internal sealed class NetworkUnderTest<TNetwork, T>(TNetwork network, NetworkSpec spec) : INetworkUnderTest
    where TNetwork : class, ITrainableNetwork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public NetworkSpec Spec => spec;

    public string Declaration => NetworkSource.Declaration(spec, typeof(TNetwork).Name);

    public bool TakesLabels => network is IClassifierNetwork<T>;

    public double[] Parameters
    {
        get => Numbers.From<T>(network.Parameters);
        set => Numbers.To<T>(value).CopyTo(network.Parameters);
    }

    private IClassifierNetwork<T> Classifier => (IClassifierNetwork<T>)network;

    public double[] Forward(double[] inputs)
    {
        Guarded<T> x = Guarded.Of<T>(inputs), outputs = Guarded.Empty<T>(inputs.Length / TNetwork.InputSize * TNetwork.OutputSize);
        network.Forward(x.Span, outputs.Span);
        return Result(outputs, "outputs");
    }

    public double Evaluate(double[] inputs, double[] targets) =>
        double.CreateChecked(network.Evaluate(Guarded.Of<T>(inputs).Span, Guarded.Of<T>(targets).Span));

    public double Evaluate(double[] inputs, int[] labels) =>
        double.CreateChecked(Classifier.Evaluate(Guarded.Of<T>(inputs).Span, Guarded.Labels(labels).Span));

    public (double Loss, double[] Gradient) Backward(double[] inputs, double[] targets)
    {
        Guarded<T> gradient = Guarded.Zeros<T>(TNetwork.ParameterCount);
        T loss = network.Backward(Guarded.Of<T>(inputs).Span, Guarded.Of<T>(targets).Span, gradient.Span);
        return (double.CreateChecked(loss), Result(gradient, "gradient"));
    }

    public (double Loss, double[] Gradient) Backward(double[] inputs, int[] labels)
    {
        Guarded<T> gradient = Guarded.Zeros<T>(TNetwork.ParameterCount);
        T loss = Classifier.Backward(Guarded.Of<T>(inputs).Span, Guarded.Labels(labels).Span, gradient.Span);
        return (double.CreateChecked(loss), Result(gradient, "gradient"));
    }

    public double SgdStep(double[] inputs, double[] targets, double learningRate) => double.CreateChecked(
        network.SgdStep(Guarded.Of<T>(inputs).Span, Guarded.Of<T>(targets).Span, T.CreateChecked(learningRate)));

    public double SgdStep(double[] inputs, int[] labels, double learningRate) => double.CreateChecked(
        Classifier.SgdStep(Guarded.Of<T>(inputs).Span, Guarded.Labels(labels).Span, T.CreateChecked(learningRate)));

    public (double[] Parameters, double[] Inputs) VectorJacobianProduct(double[] inputs, double[] outputGradients)
    {
        Guarded<T> parameterGradient = Guarded.Zeros<T>(TNetwork.ParameterCount), inputGradients = Guarded.Empty<T>(inputs.Length);
        network.VectorJacobianProduct(Guarded.Of<T>(inputs).Span, Guarded.Of<T>(outputGradients).Span, parameterGradient.Span, inputGradients.Span);
        return (Result(parameterGradient, "parameterGradient"), Result(inputGradients, "inputGradients"));
    }

    public double[] Jacobian(double[] input)
    {
        Guarded<T> jacobian = Guarded.Empty<T>(TNetwork.OutputSize * TNetwork.InputSize);
        network.Jacobian(Guarded.Of<T>(input).Span, jacobian.Span);
        return Result(jacobian, "jacobian");
    }

    public void Accept(INetworkVisitor visitor) => visitor.Visit<TNetwork, T>(network, spec);

    private static double[] Result(Guarded<T> buffer, string name)
    {
        buffer.Verify(name);
        return Numbers.From<T>(buffer.Span);
    }
}
