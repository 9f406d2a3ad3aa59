namespace NetGen.Generator.Frontend;

/// <summary>Metadata names of the runtime library, which the generator matches by name.</summary>
internal static class KnownNames
{
    public const string Namespace = "NetGen";

    /// <summary>The attribute, plain and generic.</summary>
    public const string Attribute = "NetworkAttribute";

    /// <summary>The attribute as it is written.</summary>
    public const string ShortAttribute = "Network";

    /// <summary>What every network implements.</summary>
    public const string NetworkInterface = "NetGen.INetwork`1";

    public const string Activation = "IActivation";

    public const string Loss = "ILoss";

    public const string LabelLoss = "ILabelLoss";

    /// <summary>The members that the generator adds.</summary>
    public static readonly string[] Members =
    [
        "InputSize",
        "OutputSize",
        "ParameterCount",
        "Layers",
        "Parameters",
        "Forward",
        "Jacobian",
        "Evaluate",
        "Backward",
        "SgdStep",
        "VectorJacobianProduct",
        "_parameters",
    ];
}
