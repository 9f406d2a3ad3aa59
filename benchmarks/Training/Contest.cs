namespace NetGen.TrainingBenchmark;

/// <summary>Runs the contenders of a task in turn, round after round.</summary>
internal sealed class Contest(TrainingTask task, TorchContender? torch)
{
    public List<Measurement> OneThread { get; } = [];

    public List<Measurement> TwoThreads { get; } = [];

    /// <summary>What two threads could gain in each round, and what they gained.</summary>
    public List<(double Possible, double Reached)> SpeedUps { get; } = [];

    public List<Measurement> Torch { get; } = [];

    public TrainingTask Task => task;

    /// <summary>The first training of a process, in which the methods are compiled.</summary>
    public Measurement? Cold { get; private set; }

    public void Run(int rounds)
    {
        Console.WriteLine(task.Description);
        torch?.Prepare(task);
        Cold = NetGenContender.Train(task, seed: 0, threads: 1);
        NetGenContender.Train(task, seed: 0, threads: 2);
        for (int seed = 1; seed <= rounds; seed++)
        {
            Add("one thread", OneThread, NetGenContender.Train(task, seed, threads: 1));
            double before = MultiplyAdds.SpeedUp();
            Add("two threads", TwoThreads, NetGenContender.Train(task, seed, threads: 2));
            SpeedUps.Add(((before + MultiplyAdds.SpeedUp()) / 2, OneThread[^1].Seconds / TwoThreads[^1].Seconds));
            Console.WriteLine($"  speed-up    {SpeedUps[^1].Reached,9:F2}     of multiply-adds {SpeedUps[^1].Possible:F2}");
            if (torch is not null)
                Add("PyTorch", Torch, torch.Train(task, seed));
        }
    }

    private static void Add(string contender, List<Measurement> measurements, Measurement measurement)
    {
        measurements.Add(measurement);
        Console.WriteLine($"  {contender,-12}{measurement.Seconds,9:F4} s   accuracy {measurement.Accuracy:F4}");
    }
}
