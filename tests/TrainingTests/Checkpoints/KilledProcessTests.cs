using System.Diagnostics;
using System.Globalization;
using NetGen.Files;

namespace NetGen.TrainingTests.Checkpoints;

public sealed class KilledProcessTests : IDisposable
{
    private const int Kills = 50;
    private const int Epochs = 120;

    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-killed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_training_killed_at_random_moments_ends_with_the_bits_of_an_uninterrupted_one()
    {
        string path = Path.Combine(_folder, "training.safetensors");
        Random random = new(5);
        int kills = 0, checkpoints = 0;
        for (int life = 0; life < Kills; life++)
        {
            kills += KillAfter(path, TimeSpan.FromMilliseconds(random.Next(0, 60))) ? 1 : 0;
            if (File.Exists(path))
            {
                SafeTensorsFile.Load(path);
                checkpoints++;
            }
        }

        Assert.Equal(Kills, kills);
        Assert.InRange(checkpoints, Kills / 2, Kills);
        Assert.Equal(Train(""), Train(path));
    }

    /// <summary>Starts the training, and kills it some time after its first checkpoint.</summary>
    /// <returns>False where it ended before.</returns>
    private static bool KillAfter(string path, TimeSpan time)
    {
        using Process process = Start(path);
        process.StandardOutput.ReadLine(); // the first checkpoint is written
        bool isKilled = !process.WaitForExit(time);
        process.Kill();
        process.WaitForExit();
        return isKilled;
    }

    private static string Train(string path)
    {
        using Process process = Start(path);
        process.StandardOutput.ReadLine();
        string parameters = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return parameters;
    }

    private static Process Start(string path)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "KilledTraining.dll");
        string[] arguments = [program, path, Epochs.ToString(CultureInfo.InvariantCulture)];
        return Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
    }
}
