using System.Numerics;
using System.Runtime.InteropServices;
using NetGen.Peers.Measuring;

namespace NetGen.Peers.Native;

/// <summary>What one core can do at most: floating-point operations by FMA, and bytes read per second by the size of the array.</summary>
internal sealed class MachineLimits(nint library)
{
    private const long Steps = 1000;
    private const int KiB = 1024;

    /// <summary>Sizes within the first, second and third cache, and beyond.</summary>
    private static readonly int[] Sizes = [16 * KiB, 32 * KiB, 128 * KiB, 400 * KiB, 768 * KiB, 1536 * KiB, 2624 * KiB, 8192 * KiB, 131072 * KiB];

    public static MachineLimits? Of(nint library) =>
        NativeLibrary.TryGetExport(library, "fma_f_limits", out _) ? new MachineLimits(library) : null;

    /// <summary>The jobs that measure the limits.</summary>
    public Job[] Jobs()
    {
        var buffer = new NativeBuffer<float>(Sizes[^1] / sizeof(float));
        return [Fma<float>("f"), Fma<double>("d"), .. Sizes.Select(size => Read(buffer, size))];
    }

    /// <summary>Turns times per call into operations and bytes per second.</summary>
    public unsafe LimitTable Table(IReadOnlyDictionary<string, double> nanoseconds)
    {
        var operations = (delegate* unmanaged<long, long>)NativeLibrary.GetExport(library, "fma_operations_f_limits");
        var operationsDouble = (delegate* unmanaged<long, long>)NativeLibrary.GetExport(library, "fma_operations_d_limits");
        return new LimitTable(
            operations(Steps) / nanoseconds[LimitTable.FmaName<float>()],
            operationsDouble(Steps) / nanoseconds[LimitTable.FmaName<double>()],
            [.. Sizes.Select(size => new ReadSpeed(size, size / nanoseconds[LimitTable.ReadName(size)]))]);
    }

    private unsafe Job Fma<T>(string precision)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // The result, a float or a double, is not looked at.
        var fma = (delegate* unmanaged<long, void>)NativeLibrary.GetExport(library, $"fma_{precision}_limits");
        return new Job(LimitTable.FmaName<T>(), calls =>
        {
            for (long call = 0; call < calls; call++)
                fma(Steps);
        });
    }

    private unsafe Job Read(NativeBuffer<float> buffer, int size)
    {
        var read = (delegate* unmanaged<float*, long, float>)NativeLibrary.GetExport(library, "read_f_limits");
        return new Job(LimitTable.ReadName(size), calls =>
        {
            for (long call = 0; call < calls; call++)
                read(buffer.Pointer, size / sizeof(float));
            GC.KeepAlive(buffer);
        });
    }
}
