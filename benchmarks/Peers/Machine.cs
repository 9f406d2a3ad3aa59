using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Peers;

/// <summary>Facts about the machine, and the two calls of the C library that the measurements need.</summary>
internal static partial class Machine
{
    private const int MaskWords = 16;
    private const int MaskBytes = MaskWords * sizeof(ulong);

    private static readonly ulong[] Allowed = new ulong[MaskWords];

    public static string Processor { get; } = OperatingSystem.IsLinux()
        ? ModelName()
        : RuntimeInformation.ProcessArchitecture.ToString();

    public static bool Has512 => Vector512.IsHardwareAccelerated;

    /// <summary>Keeps this thread, and the processes that it starts, on its last core; the JIT's own threads stay free.</summary>
    public static void Pin()
    {
        if (!OperatingSystem.IsLinux() || GetAffinity(0, MaskBytes, Allowed) < 0 || Allowed.All(word => word == 0))
            return;
        int last = Array.FindLastIndex(Allowed, word => word != 0);
        ulong[] mask = new ulong[MaskWords];
        mask[last] = 1UL << (63 - (int)ulong.LeadingZeroCount(Allowed[last]));
        _ = SetAffinity(0, MaskBytes, mask);
    }

    /// <summary>Gives this thread its cores back: a process of .NET that starts on one core compiles ten times later.</summary>
    public static void Unpin()
    {
        if (OperatingSystem.IsLinux() && Allowed.Any(word => word != 0))
            _ = SetAffinity(0, MaskBytes, Allowed);
    }

    /// <summary>Sets a variable where libraries in C see it, which .NET's own call does not.</summary>
    public static void SetVariable(string name, string value)
    {
        if (OperatingSystem.IsLinux())
            _ = SetEnvironment(name, value, 1);
    }

    private static string ModelName()
    {
        string? line = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return line?.Split(':')[1].Trim() ?? "unknown";
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nint size, ulong[] mask);

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int GetAffinity(int thread, nint size, [Out] ulong[] mask);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
