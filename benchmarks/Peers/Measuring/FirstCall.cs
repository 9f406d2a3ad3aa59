using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using NetGen.Peers.Networks;

namespace NetGen.Peers.Measuring;

/// <summary>What the first calls of a network cost, which the JIT compiles then, in a process of their own.</summary>
/// <param name="Instance">Milliseconds of creating the instance, which draws its start values.</param>
/// <param name="Forward">Milliseconds of the first call of Forward with one row after that.</param>
/// <param name="Step">Milliseconds of the first SgdStep after that.</param>
/// <param name="Batch">Milliseconds of the first Forward with 32 rows after that.</param>
/// <param name="Early">Nanoseconds of each of the first calls of Forward with one row after the first.</param>
/// <param name="Late">Nanoseconds of each of as many calls, once there were many.</param>
internal sealed record FirstCall(Timing Instance, Timing Forward, Timing Step, Timing Batch, Timing Early, Timing Late)
{
    /// <summary>The calls that <see cref="Early"/> is the mean of.</summary>
    public const int EarlyCalls = 99;

    /// <summary>The calls before those of <see cref="Late"/>.</summary>
    public const int CallsBefore = 100_000;

    /// <summary>How many processes are measured.</summary>
    public const int Processes = 15;

    /// <summary>The rows of the first batch.</summary>
    public const int BatchRows = 32;

    /// <summary>Starts the processes, one after the other.</summary>
    public static FirstCall Measure()
    {
        double[][] runs = [.. Enumerable.Range(0, Processes).Select(_ => Parse(Relaunch.Run(["--first-call"]).Output))];
        return new FirstCall(Call(0), Call(1), Call(2), Call(3), Call(4), Call(5));

        Timing Call(int index) => Timing.Of(runs.Select(run => run[index]));
    }

    /// <summary>The times of this process, separated by spaces.</summary>
    public static string Milliseconds()
    {
        float[] inputs = new float[BatchRows * FiveLayers.InputSize], outputs = new float[BatchRows * FiveLayers.OutputSize];
        long start = Stopwatch.GetTimestamp();
        var network = new FiveLayers(1);
        double instance = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        network.Forward(inputs.AsSpan(0, FiveLayers.InputSize), outputs.AsSpan(0, FiveLayers.OutputSize));
        double forward = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        double early = Nanoseconds(network, inputs, outputs, EarlyCalls);
        Nanoseconds(network, inputs, outputs, CallsBefore);
        double late = Nanoseconds(network, inputs, outputs, EarlyCalls);
        outputs.AsSpan().Clear();
        for (int row = 0; row < BatchRows; row++)
            outputs[row * FiveLayers.OutputSize] = 1;
        start = Stopwatch.GetTimestamp();
        network.SgdStep(inputs.AsSpan(0, FiveLayers.InputSize), outputs.AsSpan(0, FiveLayers.OutputSize), 0.01f);
        double step = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        network.Forward(inputs, outputs);
        double batch = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return string.Create(CultureInfo.InvariantCulture, $"{instance} {forward} {step} {batch} {early} {late}");
    }

    /// <summary>The mean time of calls with one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static double Nanoseconds(FiveLayers network, float[] inputs, float[] outputs, int calls)
    {
        ReadOnlySpan<float> row = inputs.AsSpan(0, FiveLayers.InputSize);
        Span<float> result = outputs.AsSpan(0, FiveLayers.OutputSize);
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
            network.Forward(row, result);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }

    private static double[] Parse(string line) => [.. line.Trim().Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
}
