namespace NetGen.Peers.Measuring;

/// <summary>The machine's limits, measured in the run that they are compared with.</summary>
/// <param name="Gigaflops">FMA peak in single precision.</param>
/// <param name="GigaflopsDouble">FMA peak in double precision.</param>
/// <param name="Reads">Bandwidth of reading arrays of growing sizes.</param>
internal sealed record LimitTable(double Gigaflops, double GigaflopsDouble, ReadSpeed[] Reads)
{
    public static string FmaName<T>() => $"FMA {typeof(T).Name}";

    public static string ReadName(int bytes) => $"read {bytes}";

    /// <summary>Bandwidth in GB/s at the smallest measured size that holds as many bytes.</summary>
    public double Bandwidth(long bytes) => Reads.FirstOrDefault(read => read.Bytes >= bytes, Reads[^1]).GigabytesPerSecond;
}
