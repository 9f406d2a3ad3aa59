using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace NetGen.Training;

/// <summary>
/// Threads that run one job at a time together with the thread that asks for it. Between jobs they spin for a while and
/// then sleep: the phases of a training step are microseconds apart, a validation may be seconds away. A run allocates nothing.
/// </summary>
internal sealed class WorkerTeam : IDisposable
{
    private const int PollIterations = 4;

    /// <summary>For so long a thread polls without giving its core away: phases are about as long apart.</summary>
    private static readonly long PollTicks = Stopwatch.Frequency / 20_000; // 50 µs

    /// <summary>For so long it polls at all, before it sleeps.</summary>
    private static readonly long SpinTicks = Stopwatch.Frequency / 2_000; // 500 µs


    private readonly Lock _failureGate = new();
    private readonly object _gate = new();
    private readonly Thread[] _workers;
    private Action<int>? _job;
    private ExceptionDispatchInfo? _failure;
    private int _generation;
    private int _pending;
    private int _sleepers;
    private volatile bool _ends;

    /// <summary>Starts <paramref name="count"/> − 1 threads.</summary>
    public WorkerTeam(int count)
    {
        _workers = new Thread[count - 1];
        for (int i = 0; i < _workers.Length; i++)
        {
            int worker = i + 1;
            _workers[i] = new Thread(() => Work(worker)) { IsBackground = true, Name = $"NetGen training {worker}" };
            _workers[i].Start();
        }
    }

    /// <summary>How many threads run a job, the caller's included.</summary>
    public int Count => _workers.Length + 1;

    /// <summary>Calls the job with every index below <see cref="Count"/>, each on its own thread; returns when all are done.</summary>
    /// <exception cref="Exception">The first exception of the job.</exception>
    public void Run(Action<int> job)
    {
        if (_workers.Length == 0)
        {
            job(0);
            return;
        }

        _job = job;
        _pending = _workers.Length;
        Signal();
        Invoke(job, 0);
        Spinner spinner = new();
        while (Volatile.Read(ref _pending) > 0)
            spinner.Wait();
        if (_failure is { } failure)
        {
            _failure = null;
            failure.Throw();
        }
    }

    /// <summary>Ends the threads; no job is running.</summary>
    public void Dispose()
    {
        if (_ends)
            return;
        _ends = true;
        Signal();
        foreach (Thread worker in _workers)
            worker.Join();
    }

    /// <summary>Starts the next generation. A worker counts itself as asleep before it looks at the generation for the last time.</summary>
    private void Signal()
    {
        Interlocked.Increment(ref _generation);
        if (Volatile.Read(ref _sleepers) == 0)
            return;
        lock (_gate)
            Monitor.PulseAll(_gate);
    }

    private void Work(int worker)
    {
        for (int seen = 0; ; seen++)
        {
            Await(seen);
            if (_ends)
                return;
            Invoke(_job!, worker);
            Interlocked.Decrement(ref _pending);
        }
    }

    private void Await(int seen)
    {
        Spinner spinner = new();
        while (Volatile.Read(ref _generation) == seen && spinner.Wait() < SpinTicks)
        {
        }

        if (Volatile.Read(ref _generation) != seen)
            return;
        lock (_gate)
        {
            Interlocked.Increment(ref _sleepers);
            while (Volatile.Read(ref _generation) == seen)
                Monitor.Wait(_gate);
            Interlocked.Decrement(ref _sleepers);
        }
    }

    private void Invoke(Action<int> job, int worker)
    {
        try
        {
            job(worker);
        }
        catch (Exception exception)
        {
            lock (_failureGate)
                _failure ??= ExceptionDispatchInfo.Capture(exception);
        }
    }

    /// <summary>Polls with pauses of the processor for a while, then gives the core to whoever else is ready.</summary>
    private readonly struct Spinner()
    {
        private readonly long _start = Stopwatch.GetTimestamp();

        /// <summary>Waits for a moment; returns the ticks since the start.</summary>
        public long Wait()
        {
            long waited = Stopwatch.GetTimestamp() - _start;
            if (waited < PollTicks && Environment.ProcessorCount > 1)
                Thread.SpinWait(PollIterations);
            else
                Thread.Yield();
            return waited;
        }
    }
}
