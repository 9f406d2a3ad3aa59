namespace NetGen.Peers.Measuring;

/// <summary>All that one run at one vector width found.</summary>
internal sealed record Results(int VectorBits, List<Measurement> Measurements, LimitTable? Limits, List<string> Notes)
{
    /// <summary>The fastest of the peers that a test accepts, or null.</summary>
    public Measurement? Fastest(string network, Mode mode, int batch, Func<string, bool> peer, Precision precision = Precision.Single) =>
        Measurements
            .Where(m => m.Network == network && m.Precision == precision && m.Mode == mode && m.Batch == batch && peer(m.Peer))
            .MinBy(m => m.Nanoseconds);

    /// <summary>The peer of the fastest round, for comparing what a quiet moment of the machine gives.</summary>
    public Measurement? Best(string network, Mode mode, int batch, Func<string, bool> peer) =>
        Measurements
            .Where(m => m.Network == network && m.Precision == Precision.Single && m.Mode == mode && m.Batch == batch && peer(m.Peer))
            .MinBy(m => m.BestNanoseconds);
}
