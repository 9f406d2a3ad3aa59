namespace NetGen.Peers.External;

/// <summary>One figure of the PyTorch script, in nanoseconds.</summary>
internal sealed record TorchMeasurement(string Network, string Mode, int Batch, double Median, double Best);
