using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Peers;

/// <summary>Facts about the machine, and the two calls of the C library that the measurements need.</summary>
internal static partial class Machine
{
    private const int MaskWords = 16;

    public static string Processor { get; } = OperatingSystem.IsLinux()
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown"
        : RuntimeInformation.ProcessArchitecture.ToString();

    public static bool Has512 => Vector512.IsHardwareAccelerated;

    /// <summary>Keeps this thread on its last core; the JIT's own threads stay free.</summary>
    public static void Pin()
    {
        if (!OperatingSystem.IsLinux())
            return;
        ulong[] mask = new ulong[MaskWords];
        if (GetAffinity(0, MaskWords * sizeof(ulong), mask) < 0 || mask.All(word => word == 0))
            return;
        int last = Array.FindLastIndex(mask, word => word != 0);
        mask[last] = 1UL << (63 - (int)ulong.LeadingZeroCount(mask[last]));
        Array.Clear(mask, 0, last);
        _ = SetAffinity(0, MaskWords * sizeof(ulong), mask);
    }

    /// <summary>Sets a variable where libraries in C see it, which .NET's own call does not.</summary>
    public static void SetVariable(string name, string value)
    {
        if (OperatingSystem.IsLinux())
            _ = SetEnvironment(name, value, 1);
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nint size, ulong[] mask);

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int GetAffinity(int thread, nint size, [Out] ulong[] mask);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
