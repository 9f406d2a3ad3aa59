namespace NetGen.Peers.Measuring;

/// <summary>Something to time: makes a number of calls.</summary>
internal sealed record Job(string Name, Action<long> Run);
