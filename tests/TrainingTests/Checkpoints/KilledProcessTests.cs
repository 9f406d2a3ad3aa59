using System.Diagnostics;
using System.Globalization;
using NetGen.Files;

namespace NetGen.TrainingTests.Checkpoints;

public sealed class KilledProcessTests : IDisposable
{
    private const int Kills = 50;
    private const int Epochs = 400;

    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-killed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_training_killed_at_random_moments_ends_with_the_bits_of_an_uninterrupted_one()
    {
        string path = Path.Combine(_folder, "training.safetensors");
        Random random = new(5);
        int checkpoints = 0;
        for (int kills = 0; kills < Kills;)
        {
            if (KillAfter(path, random.Next(1, 12), TimeSpan.FromMilliseconds(random.Next(0, 4))))
                kills++;
            else
                File.Delete(path); // it came to its end before the kill: once more from the start
            if (File.Exists(path))
            {
                SafeTensorsFile.Load(path);
                checkpoints++;
            }
        }

        Assert.InRange(checkpoints, Kills / 2, Kills);
        Assert.Equal(Train(""), Train(path));
    }

    /// <summary>Starts the training, and kills it a moment after some steps.</summary>
    /// <returns>False where it ended before.</returns>
    private static bool KillAfter(string path, int steps, TimeSpan time)
    {
        using Process process = Start(path);
        while (steps-- > 0)
            process.StandardOutput.ReadLine();
        bool isKilled = !process.WaitForExit(time);
        process.Kill();
        process.WaitForExit();
        return isKilled;
    }

    private static string Train(string path)
    {
        using Process process = Start(path);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.TrimEnd().Split('\n')[^1];
    }

    private static Process Start(string path)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "KilledTraining.dll");
        string[] arguments = [program, path, Epochs.ToString(CultureInfo.InvariantCulture)];
        return Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
    }
}
