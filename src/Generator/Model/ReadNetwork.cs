namespace NetGen.Generator.Model;

/// <summary>A declaration that was read: right, or wrong and good for a stub at most.</summary>
/// <param name="Network">The declaration, or null where it is wrong.</param>
/// <param name="Stub">What a wrong declaration still says, or null.</param>
internal sealed record ReadNetwork(NetworkDeclaration? Network, StubDeclaration? Stub);
