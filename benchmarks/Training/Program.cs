using System.Globalization;
using NetGen.TrainingBenchmark;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Options options;
try
{
    options = Options.Parse(args);
}
catch (Exception exception) when (exception is ArgumentException or FormatException)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}

using TorchContender? torch = TorchContender.Find();
if (torch is null)
    Console.WriteLine("No PyTorch: it is left out (Debian: python3-torch).");
if (options.Mnist is null)
    Console.WriteLine("No MNIST: it is left out (--mnist names its folder).");

List<Contest> contests = [];
foreach (TrainingTask task in TrainingTasks.All(options.Mnist))
{
    Contest contest = new(task, torch);
    contest.Run(options.Rounds);
    contests.Add(contest);
}

string report = Report.Of(contests, torch?.Version);
Console.WriteLine();
Console.WriteLine(report);
if (options.Report)
    File.WriteAllText(Path.Combine(Directory.GetCurrentDirectory(), "docs", "training-benchmarks.md"), report);
return 0;
