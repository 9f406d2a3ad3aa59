using NetGen.Generator.Model;

namespace NetGen.Generator.Graph;

/// <summary>A declaration with its graph.</summary>
internal sealed record LoweredNetwork(NetworkDeclaration Declaration, NetworkGraph Graph);
