using NetGen.Generator.Model;

namespace NetGen.Generator.Schedule;

/// <summary>What is computed for some rows, in order.</summary>
/// <param name="Forward">The steps that compute outputs.</param>
/// <param name="Backward">The steps that follow: the loss and the gradients.</param>
internal sealed record StepList(EquatableArray<Step> Forward, EquatableArray<Step> Backward)
{
    public IEnumerable<Step> All => Forward.Concat(Backward);
}
