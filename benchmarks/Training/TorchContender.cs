using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;
using NetGen.Data;

namespace NetGen.TrainingBenchmark;

/// <summary>Trains the same layers with PyTorch, in a process of its own, on one thread.</summary>
internal sealed class TorchContender : IDisposable
{
    /// <summary>Debian's packages belong to the interpreter in /usr/bin, which need not be the first in the path.</summary>
    private static readonly string[] Interpreters = ["python3", "/usr/bin/python3"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly string _folder = Directory.CreateTempSubdirectory("training-benchmark-").FullName;
    private readonly string _python;

    private TorchContender(string python) => _python = python;

    /// <summary>Null where no interpreter has PyTorch.</summary>
    public static TorchContender? Find() =>
        Interpreters.FirstOrDefault(python => Run(python, ["-c", "import torch"]) is not null) is { } found ? new(found) : null;

    public string Version => Run(_python, ["-c", "import torch; print(torch.__version__)"])!.Trim();

    /// <summary>Writes the rows of a task to where the script reads them.</summary>
    public void Prepare(TrainingTask task)
    {
        Write(task.Name + ".train", task.Training);
        Write(task.Name + ".test", task.Test);
    }

    public Measurement Train(TrainingTask task, int seed)
    {
        string job = JsonSerializer.Serialize(
            new
            {
                name = task.Name,
                sizes = task.Sizes,
                activation = task.Activation.ToString(),
                epochs = task.Epochs,
                batchSize = task.BatchSize,
                learningRate = task.LearningRate,
                seed,
                folder = _folder,
            });
        string script = Path.Combine(AppContext.BaseDirectory, "scripts", "torch_training.py");
        string output = Run(_python, [script, job]) ?? throw new InvalidOperationException($"PyTorch failed; run it by hand: {_python} {script} '{job}'");
        return JsonSerializer.Deserialize<Measurement>(output, Json)!;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, Dataset<float> data)
    {
        File.WriteAllBytes(Path.Combine(_folder, name + ".x"), MemoryMarshal.AsBytes(data.Features));
        float[] truth = data.HasLabels ? Array.ConvertAll(data.Labels.ToArray(), label => (float)label) : data.Targets.ToArray();
        File.WriteAllBytes(Path.Combine(_folder, name + ".y"), MemoryMarshal.AsBytes(truth.AsSpan()));
    }

    private static string? Run(string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OPENBLAS_CORETYPE"] = Vector512.IsHardwareAccelerated ? "SkylakeX" : "Haswell";
        foreach (string variable in (string[])["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"])
            start.Environment[variable] = 1.ToString(CultureInfo.InvariantCulture);
        try
        {
            using Process process = Process.Start(start)!;
            _ = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
