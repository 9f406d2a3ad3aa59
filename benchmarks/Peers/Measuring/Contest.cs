using System.Diagnostics;
using System.Runtime;

namespace NetGen.Peers.Measuring;

/// <summary>
/// Times jobs against each other: each gets the repetitions that fill a few milliseconds, and all take their turns in every
/// round, so that a slow minute of the machine slows all of them.
/// </summary>
internal sealed class Contest(int rounds, double milliseconds)
{
    /// <summary>
    /// The JIT compiles a method again after a pause of 100 ms (a second on one core) and 30 calls, and with counters in between a second time; on a
    /// busy machine that takes its time, so warming up ends when several phases in a row compiled nothing.
    /// </summary>
    private const int QuietPhases = 3;
    private const int MostPhases = 30;
    private const int WarmUpCalls = 40;
    private const double WarmUpMilliseconds = 30;
    private static readonly TimeSpan JitPause = TimeSpan.FromMilliseconds(Environment.ProcessorCount == 1 ? 1100 : 130);

    public Dictionary<string, Timing> Run(IReadOnlyList<Job> jobs)
    {
        WarmUp(jobs);
        long[] calls = [.. jobs.Select(Calibrate)];
        var times = jobs.ToDictionary(job => job.Name, _ => new List<double>());
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < jobs.Count; i++)
                times[jobs[i].Name].Add(Nanoseconds(jobs[i], calls[i]) / calls[i]);
        }

        return times.ToDictionary(pair => pair.Key, pair => Timing.Of(pair.Value));
    }

    private static void WarmUp(IReadOnlyList<Job> jobs)
    {
        int quiet = 0;
        for (int phase = 0; phase < MostPhases && quiet < QuietPhases; phase++)
        {
            long compiled = JitInfo.GetCompiledMethodCount();
            foreach (Job job in jobs)
                CallRepeatedly(job);
            Thread.Sleep(JitPause);
            quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet + 1 : 0;
        }
    }

    private static void CallRepeatedly(Job job)
    {
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < WarmUpCalls && Stopwatch.GetElapsedTime(start).TotalMilliseconds < WarmUpMilliseconds; call++)
            job.Run(1);
    }

    private long Calibrate(Job job)
    {
        long calls = 1;
        double time = Nanoseconds(job, calls);
        for (; time < milliseconds * 1e6 / 4; time = Nanoseconds(job, calls))
            calls *= 2;
        return Math.Max(1, (long)(calls * milliseconds * 1e6 / time));
    }

    private static double Nanoseconds(Job job, long calls)
    {
        long start = Stopwatch.GetTimestamp();
        job.Run(calls);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}
