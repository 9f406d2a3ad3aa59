using NetGen.Generator.Graph;

namespace NetGen.Generator.Passes;

/// <summary>Removes identity activations: their users take the pre-activation.</summary>
internal static class IdentityElimination
{
    public static NetworkGraph Apply(NetworkGraph graph) =>
        Rewriting.Without(graph, node => node.Op is ActivationOp activation && activation.Activation.Is(Activation.Identity));
}
