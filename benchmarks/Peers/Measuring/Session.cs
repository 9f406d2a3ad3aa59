using System.Globalization;
using System.Numerics;
using System.Runtime.Intrinsics;
using NetGen.Peers.External;
using NetGen.Peers.Managed;
using NetGen.Peers.Native;
using NetGen.Peers.Networks;

namespace NetGen.Peers.Measuring;

/// <summary>One run at the vector width of this process: checks and times all peers.</summary>
internal sealed class Session(Options options)
{
    /// <summary>Small enough for parameters that stay what they are over millions of steps.</summary>
    private const double LearningRate = 1e-7;

    private readonly List<string> _notes = [];
    private readonly List<Measurement> _measurements = [];
    private readonly Contest _contest = new(options.Rounds, options.RoundMilliseconds);

    public Results Run()
    {
        NativePeers? native = NativePeers.Load(_notes);
        OnnxRuntime? onnx = OnnxRuntime.Load(_notes);
        Machine.Pin();
        LimitTable? limits = Limits(native?.Limits);
        foreach (NetworkSpec network in options.Networks)
        {
            foreach (int batch in options.Batches)
            {
                Peer<float> own = network.CreateSingle();
                Peer<float>[] peers =
                [
                    own,
                    .. native?.Of<float>(network) ?? [],
                    .. HandwrittenPeers.Of(network),
                    .. onnx?.Of(network) ?? [],
                ];
                Measure(network, batch, peers, Precision.Single);
                var single = new Workload<float>(network, batch, (float)LearningRate);
                Measure(network, batch, [network.CreateDouble(), .. native?.Of<double>(network) ?? []], Precision.Double, (own, single));
            }
        }

        return new Results(Vector512.IsHardwareAccelerated ? 512 : Vector<byte>.Count * 8, _measurements, limits, _notes);
    }

    private LimitTable? Limits(MachineLimits? limits)
    {
        if (limits is null)
            return null;
        Dictionary<string, Timing> times = _contest.Run(limits.Jobs());
        return limits.Table(times.ToDictionary(pair => pair.Key, pair => pair.Value.Median));
    }

    /// <summary>Checks and times peers, which may take turns with one in single precision that was checked before.</summary>
    private void Measure<T>(NetworkSpec network, int batch, IReadOnlyList<Peer<T>> peers, Precision precision, (Peer<float> Peer, Workload<float> Work)? single = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] start = [.. Samples.Parameters(network).Select(T.CreateChecked)];
        var work = new Workload<T>(network, batch, T.CreateChecked(LearningRate));
        var referee = new Referee<T>(work, start);
        foreach (Mode mode in Enum.GetValues<Mode>())
        {
            Peer<T>[] able = [.. peers.Where(peer => mode == Mode.Forward || peer.CanTrain)];
            var errors = able.ToDictionary(
                peer => peer.Name,
                peer => mode == Mode.Forward ? referee.ErrorOfOutputs(peer) : referee.ErrorOfStep(peer));
            List<Job> jobs = [.. able.Select(peer => Job(peer, work, mode))];
            if (single is { } other)
            {
                jobs.Add(Job(other.Peer, other.Work, mode) with { Name = NetGenPeer.SingleName });
                errors[NetGenPeer.SingleName] = 0;
            }

            Dictionary<string, Timing> times = _contest.Run(jobs);
            foreach ((string name, Timing time) in times)
                _measurements.Add(new Measurement(network.Name, precision, mode, batch, name, time.Median, time.Best, errors[name]));
            Print(network, precision, mode, batch, times);
        }
    }

    private static Job Job<T>(Peer<T> peer, Workload<T> work, Mode mode)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(peer.Name, mode == Mode.Forward ? calls => peer.Forward(work, calls) : calls => peer.Train(work, calls));

    private static void Print(NetworkSpec network, Precision precision, Mode mode, int batch, Dictionary<string, Timing> times)
    {
        IEnumerable<string> figures = times.Select(pair =>
            string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {Reporting.Duration.Of(pair.Value.Median)}"));
        Console.WriteLine($"{network.Name} {precision} {mode} batch {batch}: {string.Join(" | ", figures)}");
    }
}
