namespace NetGen.Peers.Managed;

/// <summary>The parameters of a peer, in NetGen's order.</summary>
internal interface IParameterStore<T>
{
    void Set(ReadOnlySpan<T> parameters);

    void Get(Span<T> parameters);
}
