using NetGen.Generator.Model;

namespace NetGen.Generator.Graph;

/// <summary>The table of the ranges of built-in activations, in exact arithmetic.</summary>
internal static class OutputRanges
{
    public static OutputRange Of(ActivationSpec activation, NetworkOptions options)
    {
        if (activation.IsOwn)
        {
            return OutputRange.BothSigns;
        }

        return activation.BuiltIn switch
        {
            Activation.Sigmoid or Activation.Softmax => OutputRange.Probability,
            Activation.HardSigmoid => OutputRange.UnitInterval,
            Activation.Softplus => OutputRange.Positive,
            Activation.ReLU => OutputRange.NonNegative,
            Activation.LeakyReLU when options.LeakyReLUSlope <= 0 => OutputRange.NonNegative,
            Activation.ELU when options.ELUAlpha <= 0 => OutputRange.NonNegative,
            Activation.LogSoftmax => OutputRange.Negative,
            _ => OutputRange.BothSigns,
        };
    }

    /// <summary>The range in the words of a message, after "gives".</summary>
    public static string Describe(OutputRange range) => range switch
    {
        OutputRange.Probability => "values between 0 and 1",
        OutputRange.UnitInterval => "values from 0 to 1, both included",
        OutputRange.Positive => "values above 0",
        OutputRange.NonNegative => "no value below 0",
        OutputRange.Negative => "values below 0",
        _ => "values of both signs",
    };
}
