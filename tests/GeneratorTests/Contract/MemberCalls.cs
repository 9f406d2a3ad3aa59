using System.Numerics;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Contract;

/// <summary>A call of every member of a network on the same rows, each with buffers of its own.</summary>
internal sealed class MemberCalls<TNetwork, T>
    where TNetwork : class, ITrainableNetwork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double LearningRate = 1e-3;

    private readonly TNetwork _network;
    private readonly T[] _inputs;
    private readonly T[] _targets;
    private readonly T[] _outputGradients;
    private readonly int[]? _labels;

    public MemberCalls(TNetwork network, NetworkData data)
    {
        _network = network;
        _inputs = Numbers.To<T>(data.Inputs);
        _targets = Numbers.To<T>(data.Targets);
        _outputGradients = Numbers.To<T>(data.OutputGradients);
        _labels = data.Labels;
    }

    /// <summary>The members that may run on several threads at once.</summary>
    public IEnumerable<MemberCall<T>> Readers() =>
        [Forward(), Evaluate(), Backward(), VectorJacobianProduct(), Jacobian(), .. LabelReaders()];

    public IEnumerable<MemberCall<T>> All() => [.. Readers(), SgdStep(), .. LabelWriters()];

    private MemberCall<T> Forward()
    {
        T[] outputs = new T[_outputGradients.Length];
        return new("Forward", outputs, () => _network.Forward(_inputs, outputs));
    }

    private MemberCall<T> Evaluate() => WithLoss("Evaluate", () => _network.Evaluate(_inputs, _targets));

    private MemberCall<T> SgdStep() => WithLoss("SgdStep", () => _network.SgdStep(_inputs, _targets, T.CreateChecked(LearningRate)));

    private MemberCall<T> Backward() => WithGradient("Backward", gradient => _network.Backward(_inputs, _targets, gradient));

    private MemberCall<T> VectorJacobianProduct()
    {
        T[] result = new T[TNetwork.ParameterCount + _inputs.Length];
        return new("VectorJacobianProduct", result, () =>
        {
            Array.Clear(result);
            Span<T> parameterGradient = result.AsSpan(0, TNetwork.ParameterCount);
            _network.VectorJacobianProduct(_inputs, _outputGradients, parameterGradient, result.AsSpan(TNetwork.ParameterCount));
        });
    }

    private MemberCall<T> Jacobian()
    {
        T[] jacobian = new T[TNetwork.OutputSize * TNetwork.InputSize];
        return new("Jacobian", jacobian, () => _network.Jacobian(_inputs.AsSpan(0, TNetwork.InputSize), jacobian));
    }

    private IEnumerable<MemberCall<T>> LabelReaders() => _network is IClassifierNetwork<T> classifier && _labels is { } labels
        ?
        [
            WithLoss("Evaluate with labels", () => classifier.Evaluate(_inputs, labels)),
            WithGradient("Backward with labels", gradient => classifier.Backward(_inputs, labels, gradient)),
        ]
        : [];

    private IEnumerable<MemberCall<T>> LabelWriters() => _network is IClassifierNetwork<T> classifier && _labels is { } labels
        ? [WithLoss("SgdStep with labels", () => classifier.SgdStep(_inputs, labels, T.CreateChecked(LearningRate)))]
        : [];

    private static MemberCall<T> WithLoss(string member, Func<T> run)
    {
        T[] loss = new T[1];
        return new(member, loss, () => loss[0] = run());
    }

    private static MemberCall<T> WithGradient(string member, Func<T[], T> run)
    {
        T[] gradient = new T[TNetwork.ParameterCount], result = new T[TNetwork.ParameterCount + 1];
        return new(member, result, () =>
        {
            Array.Clear(gradient);
            result[0] = run(gradient);
            gradient.CopyTo(result, 1);
        });
    }
}
