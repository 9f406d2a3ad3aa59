using NetGen.Data;
using NetGen.Metrics;
using NetGen.Training;
using Spectre.Console;

namespace Digits;

/// <summary>Trains under a live progress bar; where the output is redirected, with a line for each epoch.</summary>
internal sealed class LiveTraining(DigitsNetwork network, Dataset<float> training, TrainingOptions options)
{
    private const int BarWidth = 20;

    private ProgressTask? _bar;

    /// <summary>What the updates cost.</summary>
    public StepCosts? Costs { get; private set; }

    public TrainingResult Run()
    {
        if (Console.IsOutputRedirected)
            return Fit(null, new Reports<EpochReport>(report => AnsiConsole.WriteLine($"epoch {report.Epoch,2}  {Figures(report)}")));
        return AnsiConsole.Progress().Columns(new ProgressBarColumn { Width = BarWidth }, new PercentageColumn(), new TaskDescriptionColumn()).Start(screen =>
        {
            _bar = screen.AddTask("epoch 1", maxValue: options.Epochs);
            return Fit(new Reports<StepReport>(Advance), new Reports<EpochReport>(Describe));
        });
    }

    private TrainingResult Fit(IProgress<StepReport>? steps, IProgress<EpochReport> epochs)
    {
        Costs = new StepCosts(steps);
        var optimizer = new Adam<float>(DigitsNetwork.ParameterCount);
        var trainer = new Trainer<float>(network, optimizer, options with { StepProgress = Costs, Progress = epochs })
        {
            Metrics = [Metric.Accuracy<float>()],
        };
        return trainer.Fit(training);
    }

    private void Advance(StepReport report) => _bar!.Value = report.Epoch - 1 + ((double)report.Rows / report.RowCount);

    private void Describe(EpochReport report) => _bar!.Description = $"epoch {report.Epoch,2}  {Figures(report)}";

    /// <summary>The accuracy is that on the validation images.</summary>
    private static string Figures(EpochReport report) =>
        $"loss {report.Loss:F4}  accuracy {report.Metrics["accuracy"]:P1}  {report.RowsPerSecond,9:N0} rows/s";
}
