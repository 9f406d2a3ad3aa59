namespace NetGen.Peers.Measuring;

/// <summary>How fast an array of some size is read again and again.</summary>
internal sealed record ReadSpeed(int Bytes, double GigabytesPerSecond);
