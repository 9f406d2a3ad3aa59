using NetGen.Training;

namespace NetGen.KilledTraining;

/// <summary>Calls a handler on the reporting thread.</summary>
internal sealed class SynchronousProgress(Action handler) : IProgress<StepReport>
{
    public void Report(StepReport value) => handler();
}
