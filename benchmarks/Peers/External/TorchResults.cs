namespace NetGen.Peers.External;

/// <summary>What the PyTorch script prints.</summary>
internal sealed record TorchResults(string Version, TorchMeasurement[] Measurements);
