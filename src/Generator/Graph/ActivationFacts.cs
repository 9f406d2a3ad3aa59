using NetGen.Generator.Model;

namespace NetGen.Generator.Graph;

/// <summary>
/// The table of built-in activations: what the derivative is computed from, whether the function is a few
/// instructions (worth fusing into the layer before it), whether it couples the outputs of a row, and then whether it
/// needs no more than their exponentials, so that a row in one vector is computed in registers.
/// </summary>
internal sealed record ActivationFacts(DerivativeOperands Derivative, bool IsCheap = false, bool IsRowWise = false, bool IsOfExponentials = false)
{
    /// <summary>Whether it has twice the instructions of a hyperbolic tangent and more, or may have.</summary>
    public bool IsLong { get; private init; }

    private static readonly ActivationFacts FromOutput = new(DerivativeOperands.Output);

    private static readonly ActivationFacts CheapFromOutput = new(DerivativeOperands.Output, IsCheap: true);

    private static readonly ActivationFacts FromInput = new(DerivativeOperands.Input);

    private static readonly ActivationFacts RowWise = new(DerivativeOperands.Output, IsRowWise: true, IsOfExponentials: true);

    private static readonly ActivationFacts Own = new(DerivativeOperands.Both) { IsLong = true };

    public static ActivationFacts Of(ActivationSpec activation, NetworkOptions options)
    {
        if (activation.IsOwn)
        {
            return Own;
        }

        return activation.BuiltIn switch
        {
            Activation.Identity => CheapFromOutput,
            Activation.Sigmoid or Activation.Tanh => FromOutput,
            Activation.ReLU when options.ReLUGradientAtZero != 0 => FromInput with { IsCheap = true },
            Activation.ReLU => CheapFromOutput,
            Activation.LeakyReLU when options.LeakyReLUSlope < 0 => FromInput with { IsCheap = true },
            Activation.LeakyReLU => CheapFromOutput,
            Activation.ELU when options.ELUAlpha < 0 => Own,
            Activation.ELU or Activation.SELU => FromOutput,
            Activation.HardSigmoid or Activation.HardTanh or Activation.Softsign => CheapFromOutput,
            Activation.HardSwish => FromInput with { IsCheap = true },
            Activation.Softmax or Activation.LogSoftmax => RowWise,
            Activation.GELU or Activation.Softplus => FromInput with { IsLong = true },
            _ => FromInput,
        };
    }
}
