using NetGen.MathNet;

namespace NetGen.MathNetTests.Minimizers;

/// <summary>Keeps what was reported.</summary>
internal sealed class Recorder : IProgress<MinimizerProgress>
{
    public List<MinimizerProgress> Reports { get; } = [];

    public Action<MinimizerProgress> OnReport { get; init; } = _ => { };

    public void Report(MinimizerProgress value)
    {
        Reports.Add(value);
        OnReport(value);
    }
}
