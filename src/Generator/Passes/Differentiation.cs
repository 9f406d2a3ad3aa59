using NetGen.Generator.Graph;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>Reverse-mode differentiation: appends the chain rule to a forward graph, from its result to its inputs.</summary>
internal sealed class Differentiation
{
    private readonly NetworkGraph _forward;
    private readonly NetworkOptions _options;
    private readonly GraphBuilder _builder;

    private Differentiation(NetworkGraph forward, NetworkOptions options)
    {
        _forward = forward;
        _options = options;
        _builder = new GraphBuilder(forward.Nodes);
    }

    /// <summary>The gradient of the loss with respect to the parameters.</summary>
    public static NetworkGraph OfLoss(NetworkGraph forward, LossSpec loss, NetworkOptions options)
    {
        Differentiation pass = new(forward, options);
        int targets = pass._builder.Input(OperandRole.Targets, forward.Result.Columns);
        int gradient = pass._builder.Add(new LossGradientOp(loss), forward.Result.Id, targets);
        return pass.Propagate(gradient, withParameters: true, withInputs: false);
    }

    /// <summary>The product of an output gradient with the Jacobians, with respect to inputs and, if asked for, parameters.</summary>
    public static NetworkGraph OfOutputs(NetworkGraph forward, NetworkOptions options, bool withParameters)
    {
        Differentiation pass = new(forward, options);
        int gradient = pass._builder.Input(OperandRole.OutputGradients, forward.Result.Columns);
        return pass.Propagate(gradient, withParameters, withInputs: true);
    }

    private NetworkGraph Propagate(int gradient, bool withParameters, bool withInputs)
    {
        foreach (Node node in _forward.Nodes.Reverse())
        {
            gradient = node.Op switch
            {
                ActivationOp activation => OfActivation(node, activation, gradient),
                DenseOp dense => OfDense(node, dense, gradient, withParameters, withInputs),
                _ => gradient,
            };
        }

        return _builder.Build();
    }

    private int OfActivation(Node node, ActivationOp op, int gradient)
    {
        DerivativeOperands needs = ActivationFacts.Of(op.Activation, _options).Derivative;
        int z = node.Operands[0];
        ActivationGradientOp result = new(op.Layer, op.Activation, needs);
        return needs switch
        {
            DerivativeOperands.Output => _builder.Add(result, gradient, node.Id),
            DerivativeOperands.Input => _builder.Add(result, gradient, z),
            _ => _builder.Add(result, gradient, z, node.Id),
        };
    }

    /// <summary>The input gradient comes first: a step that updates the weights in place still needs them as they were.</summary>
    private int OfDense(Node node, DenseOp op, int gradient, bool withParameters, bool withInputs)
    {
        int inputGradient = op.Layer.Index > 0 || withInputs ? _builder.Add(new DenseInputGradientOp(op.Layer), gradient) : gradient;
        if (withParameters)
        {
            _builder.Add(new DenseParameterGradientOp(op.Layer), node.Operands[0], gradient);
        }

        return inputGradient;
    }
}
