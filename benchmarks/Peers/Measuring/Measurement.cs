namespace NetGen.Peers.Measuring;

/// <summary>One peer's time for one network, precision, mode and batch, and its largest error against double precision.</summary>
internal sealed record Measurement(
    string Network,
    Precision Precision,
    Mode Mode,
    int Batch,
    string Peer,
    double Nanoseconds,
    double BestNanoseconds,
    double Error);
