namespace NetGen.Files;

/// <summary>The law of the format that the tensors cover the data without a hole and without sharing a byte.</summary>
internal static class DataOffsets
{
    /// <summary>Checks the tensors in the order of their data; returns the number of bytes they cover.</summary>
    /// <exception cref="ModelFileException">There is a hole, or two tensors share bytes.</exception>
    public static long Check(List<TensorInfo> tensors, string file)
    {
        TensorInfo[] ordered = [.. tensors];
        Array.Sort(ordered, (x, y) => (x.Begin, x.End).CompareTo((y.Begin, y.End)));
        long end = 0;
        foreach (TensorInfo tensor in ordered)
        {
            if (tensor.Begin != end)
                throw new ModelFileException(file, tensor.Name, $"the data begin at {tensor.Begin}, but the tensor before ends at {end}");
            end = tensor.End;
        }

        return end;
    }
}
