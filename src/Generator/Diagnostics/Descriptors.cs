using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>The diagnostics, each with a page under <c>docs/diagnostics</c>.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "NETGEN001", "Network class must be partial", "Class '{0}' must be partial, so that the network's members can be added to it");

    public static readonly DiagnosticDescriptor ContainerNotPartial = Error(
        "NETGEN002", "Containing type must be partial", "Type '{0}' must be partial, because it contains the network class '{1}'");

    public static readonly DiagnosticDescriptor UnsupportedTarget = Error(
        "NETGEN003", "Unsupported kind of network class", "'{0}' cannot be a network: {1}");

    public static readonly DiagnosticDescriptor TooFewSizes = Error(
        "NETGEN004", "Too few layer sizes", "A network needs at least two sizes, that of its input and that of its output, but {0} given");

    public static readonly DiagnosticDescriptor SizeBelowOne = Error(
        "NETGEN005", "Layer size below 1", "The size {0} of {1} must be at least 1");

    public static readonly DiagnosticDescriptor ActivationCount = Error(
        "NETGEN006", "Wrong number of activations", "{0} sizes make {1} layers, which need {1} activations, but {2} given");

    public static readonly DiagnosticDescriptor UndefinedValue = Error(
        "NETGEN007", "Value outside its enum", "{0} is not a member of {1}");

    public static readonly DiagnosticDescriptor TooManyParameters = Error(
        "NETGEN008", "Too many parameters", "The network would have {0} parameters; at most {1} fit an array");

    public static readonly DiagnosticDescriptor MemberConflict = Error(
        "NETGEN009", "Member with a generated name", "'{0}' already has a member '{1}', which the network generates");

    public static readonly DiagnosticDescriptor InvalidOperator = Error(
        "NETGEN010", "Invalid operator", "'{0}' cannot be {1}: {2}");

    public static readonly DiagnosticDescriptor DeclaredTwice = Error(
        "NETGEN011", "Network declared twice", "'{0}' has both [Network] and [Network<TLoss>]; keep one of them");

    public static readonly DiagnosticDescriptor InvalidOption = Error(
        "NETGEN012", "Invalid option", "{0} must be {1}, but is {2}");

    public static readonly DiagnosticDescriptor UnfitActivation = Warning(
        "NETGEN013", "Activation does not suit the loss", "{0} gives {1}, but {2} takes {3}; use {4}");

    public static readonly DiagnosticDescriptor HiddenIdentity = Warning(
        "NETGEN014", "Hidden layer without activation", "Layer {0} ends with Identity, so that it and layer {1} are no more than one linear layer");

    public static readonly DiagnosticDescriptor ConstantOutput = Warning(
        "NETGEN015", "Constant single output", "{0} of a single output is always {1}, so that nothing is learned");

    public static readonly DiagnosticDescriptor SpanLength = Warning(
        "NETGEN016", "Span length does not fit", "The length of '{0}' is {1}, but {2} expected");

    private const string Category = "NetGen";

    /// <summary>Where the pages of the diagnostics are read.</summary>
    private const string Pages = "https://github.com/netgen/netgen/blob/main/docs/diagnostics/";

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) => new(
        id,
        title,
        message,
        Category,
        severity,
        isEnabledByDefault: true,
        helpLinkUri: $"{Pages}{id}.md");
}
