using System.Diagnostics;
using NetGen.Training;

namespace Digits;

/// <summary>
/// Measures what the updates cost, from the end of one report to the start of the next; the first epoch, in which methods
/// are compiled and memory is set up, does not count, nor does what happens between epochs.
/// </summary>
/// <param name="next">Receives the reports too, outside of what is measured.</param>
internal sealed class StepCosts(IProgress<StepReport>? next) : IProgress<StepReport>
{
    private int _epoch = 1;
    private long _startTicks;
    private long _startBytes;

    public int Steps { get; private set; }

    public TimeSpan Time { get; private set; }

    public long AllocatedBytes { get; private set; }

    public void Report(StepReport value)
    {
        TimeSpan time = Stopwatch.GetElapsedTime(_startTicks);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - _startBytes;
        if (value.Epoch > 1 && value.Epoch == _epoch)
        {
            Steps++;
            Time += time;
            AllocatedBytes += bytes;
        }

        _epoch = value.Epoch;
        next?.Report(value);
        _startBytes = GC.GetAllocatedBytesForCurrentThread();
        _startTicks = Stopwatch.GetTimestamp();
    }
}
