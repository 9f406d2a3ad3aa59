using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.TrainingBenchmark;

/// <summary>
/// How much faster two threads are than one where nothing but multiply-adds in registers is to do: what the machine can give at
/// the time. Cores of a virtual machine may be two threads of one core, which share its multipliers.
/// </summary>
internal static class MultiplyAdds
{
    private const int Iterations = 10_000_000;

    private static float _sink;

    public static double SpeedUp()
    {
        double one = Seconds(1), two = Seconds(2);
        return 2 * one / two;
    }

    private static double Seconds(int threads)
    {
        Thread[] others = [.. Enumerable.Range(1, threads - 1).Select(_ => new Thread(Run))];
        long start = Stopwatch.GetTimestamp();
        foreach (Thread thread in others)
            thread.Start();
        Run();
        foreach (Thread thread in others)
            thread.Join();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Eight chains, which hide the latency of four cycles on two ports.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run()
    {
        Vector<float> factor = new(0.999f), addend = new(0.1f);
        Vector<float> a = addend, b = addend, c = addend, d = addend, e = addend, f = addend, g = addend, h = addend;
        for (int i = 0; i < Iterations; i++)
        {
            a = Vector.FusedMultiplyAdd(a, factor, addend);
            b = Vector.FusedMultiplyAdd(b, factor, addend);
            c = Vector.FusedMultiplyAdd(c, factor, addend);
            d = Vector.FusedMultiplyAdd(d, factor, addend);
            e = Vector.FusedMultiplyAdd(e, factor, addend);
            f = Vector.FusedMultiplyAdd(f, factor, addend);
            g = Vector.FusedMultiplyAdd(g, factor, addend);
            h = Vector.FusedMultiplyAdd(h, factor, addend);
        }

        _sink = Vector.Sum(a + b + c + d + e + f + g + h);
    }
}
