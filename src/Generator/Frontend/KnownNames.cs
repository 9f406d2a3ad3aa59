namespace NetGen.Generator.Frontend;

/// <summary>Metadata names of the runtime library, which the generator matches by name.</summary>
internal static class KnownNames
{
    public const string Namespace = "NetGen";

    public const string Attribute = "NetGen.NetworkAttribute";

    public const string GenericAttribute = "NetGen.NetworkAttribute`1";

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
