using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Numeric;

/// <summary>Holds every member of a generated network to the interpreter on the same data.</summary>
internal sealed class Agreement
{
    private const double LearningRate = 0.125;

    private readonly INetworkUnderTest _network;
    private readonly NetworkData _data;
    private readonly ReferenceNetwork _reference;
    private readonly Tolerance _tolerance;

    public Agreement(INetworkUnderTest network, NetworkData data)
    {
        network.Parameters = data.Parameters;
        _network = network;
        _data = data;
        _reference = new ReferenceNetwork(network.Spec, data.Parameters);
        _tolerance = Tolerance.Of(network.Spec.Precision);
    }

    public void Check()
    {
        CheckOutputs();
        CheckLossAndGradient();
        CheckVectorJacobianProduct();
        CheckJacobian();
        CheckSgdStep();
        if (_data.Labels is { } labels)
        {
            CheckLabels(labels);
        }
    }

    public void CheckOutputs() => Close("output", _reference.Forward(_data.Inputs), _network.Forward(_data.Inputs));

    public void CheckLossAndGradient()
    {
        (double expectedLoss, double[] expected, _) = _reference.Backward(_data.Inputs, _data.Targets);
        (double loss, double[] gradient) = _network.Backward(_data.Inputs, _data.Targets);
        Close("loss of Backward", [expectedLoss], [loss]);
        Close("loss of Evaluate", [expectedLoss], [_network.Evaluate(_data.Inputs, _data.Targets)]);
        CloseParameters("gradient", expected, gradient);
    }

    public void CheckVectorJacobianProduct()
    {
        (double[] expectedParameters, double[] expectedInputs) = _reference.VectorJacobianProduct(_data.Inputs, _data.OutputGradients);
        (double[] parameters, double[] inputs) = _network.VectorJacobianProduct(_data.Inputs, _data.OutputGradients);
        CloseParameters("vector-Jacobian product", expectedParameters, parameters);
        Close("input gradient", expectedInputs, inputs);
    }

    public void CheckJacobian()
    {
        double[] row = _data.Inputs[.._network.Spec.InputSize];
        Close("Jacobian", _reference.Jacobian(row), _network.Jacobian(row));
    }

    public void CheckSgdStep()
    {
        (double loss, double[] gradient, _) = _reference.Backward(_data.Inputs, _data.Targets);
        Close("loss of SgdStep", [loss], [_network.SgdStep(_data.Inputs, _data.Targets, LearningRate)]);
        CheckStepped(gradient);
    }

    /// <summary>Labels must give what their one-hot rows give.</summary>
    public void CheckLabels(int[] labels)
    {
        (double expectedLoss, double[] expected, _) = _reference.Backward(_data.Inputs, _data.Targets);
        (double loss, double[] gradient) = _network.Backward(_data.Inputs, labels);
        Close("loss of Backward with labels", [expectedLoss], [loss]);
        Close("loss of Evaluate with labels", [expectedLoss], [_network.Evaluate(_data.Inputs, labels)]);
        CloseParameters("gradient with labels", expected, gradient);
        Close("loss of SgdStep with labels", [expectedLoss], [_network.SgdStep(_data.Inputs, labels, LearningRate)]);
        CheckStepped(expected);
    }

    /// <summary>Compares the step itself, which is smaller than the parameters; then puts the parameters back.</summary>
    private void CheckStepped(double[] gradient)
    {
        double[] step = [.. _network.Parameters.Zip(_data.Parameters, (after, before) => (before - after) / LearningRate)];
        double rounding = _network.Spec.Precision == Precision.Single ? 2e-6 : 4e-15;
        CloseParameters("step", gradient, step, _tolerance with { Absolute = _tolerance.Absolute + rounding * _data.Parameters.Max(Math.Abs) });
        _network.Parameters = _data.Parameters;
    }

    private void Close(string tensor, double[] expected, double[] actual) =>
        GeneratorTests.Close.Assert(_network.Declaration, tensor, expected, actual, _tolerance);

    private void CloseParameters(string tensor, double[] expected, double[] actual, Tolerance? tolerance = null) =>
        GeneratorTests.Close.Assert(_network.Declaration, tensor, expected, actual, tolerance ?? _tolerance, i => $"{tensor} {_network.Spec.ParameterName(i)}");
}
