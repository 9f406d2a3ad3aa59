using System.Diagnostics;

/// <summary>How long a process takes to its first prediction, and how long a prediction takes then.</summary>
internal static class FirstPrediction
{
    private const int Predictions = 20_000;
    private const int Rounds = 7;

    /// <param name="start">The time stamp of before the process was started.</param>
    public static int Print(long start)
    {
        var network = new TimedNetwork(seed: 1);
        float[] input = new float[TimedNetwork.InputSize], output = new float[TimedNetwork.OutputSize];
        Array.Fill(input, 0.5f);
        network.Forward(input, output);
        double first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        double best = Enumerable.Range(0, Rounds).Min(_ => Nanoseconds(network, input, output));
        Console.WriteLine($"{first:F1} ms to the first prediction, {best:F0} ns a prediction");
        return 0;
    }

    private static double Nanoseconds(TimedNetwork network, float[] input, float[] output)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Predictions; i++)
            network.Forward(input, output);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Predictions;
    }
}
