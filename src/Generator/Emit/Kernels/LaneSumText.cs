namespace NetGen.Generator.Emit.Kernels;

/// <summary>The call that sums the lanes of several vectors together, as C#.</summary>
internal static class LaneSumText
{
    /// <summary>How many sums of lanes are computed together.</summary>
    public const int Count = 4;

    /// <summary>Stores the sums from an offset of <paramref name="destination"/> on.</summary>
    public static string Store(IEnumerable<string> sums, string destination, string offset) =>
        $"LaneSums.Store({string.Join(", ", sums)}, ref {(offset == "0" ? destination : $"Unsafe.Add(ref {destination}, {offset})")});";
}
