// Compares the generated networks with C, OpenBLAS, PyTorch, ONNX Runtime and handwritten C#, and writes docs/benchmarks.md:
//   dotnet run -c Release --project benchmarks/Peers [--networks T1,S1] [--batches 1,32] [--rounds N] [--quick] [--no-report]
using System.Globalization;
using System.Text.Json;
using NetGen.Peers;
using NetGen.Peers.External;
using NetGen.Peers.Measuring;
using NetGen.Peers.Reporting;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Options options;
try
{
    options = Options.Parse(args);
}
catch (ArgumentException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

if (options.FirstCall)
{
    Console.WriteLine(FirstCall.Milliseconds());
    return 0;
}

Results results = new Session(options).Run();
if (options.WorkerFile is { } file)
{
    File.WriteAllText(file, JsonSerializer.Serialize(results));
    return 0;
}

PyTorch.Measure(options, results);
Machine.Unpin();
Results? narrow = options.Narrow && Machine.Has512 ? Relaunch.Narrow(options) : null;
foreach (string note in results.Notes)
    Console.WriteLine(note);
string? report = options.Report ? Report.Write(options, results, narrow, FirstCall.Measure()) : null;
Console.WriteLine(report is null ? "No report was asked for." : $"Wrote {report}.");
return 0;
