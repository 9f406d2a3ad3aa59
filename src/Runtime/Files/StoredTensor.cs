namespace NetGen.Files;

/// <summary>A tensor to write.</summary>
internal sealed record StoredTensor(string Name, TensorType Type, int[] Shape, byte[] Data);
