using System.Globalization;
using NetGen.Generator.Model;

namespace NetGen.Generator.Schedule;

/// <summary>What is computed for some rows, in order.</summary>
/// <param name="Forward">The steps that compute outputs.</param>
/// <param name="Backward">The steps that follow: the loss and the gradients.</param>
internal sealed record StepList(EquatableArray<Step> Forward, EquatableArray<Step> Backward)
{
    public IEnumerable<Step> All => Forward.Concat(Backward);

    public IReadOnlyList<StepPart> ForwardParts => Parts(Forward, "Forward");

    public IReadOnlyList<StepPart> BackwardParts => Parts(Backward, "Backward");

    /// <summary>The steps that stand in the method itself.</summary>
    public IEnumerable<Step> Inline => ForwardParts.Concat(BackwardParts).Where(part => !part.IsSeparate).SelectMany(part => part.Steps);

    private bool IsLong => Forward.Count + Backward.Count > Tuning.StepsPerMethod;

    /// <summary>A long list is cut into methods; what computes the loss, which the method returns, comes first and stays in it.</summary>
    private IReadOnlyList<StepPart> Parts(EquatableArray<Step> steps, string name)
    {
        if (!IsLong)
        {
            return [new StepPart("", steps)];
        }

        int losses = steps.TakeWhile(step => step is LossStep or LossGradientStep).Count();
        IEnumerable<StepPart> separate = MethodParts.Of<Step>([.. steps.Skip(losses)])
            .Where(part => part.Count > 0)
            .Select((part, index) => new StepPart(name + (index + 1).ToString(CultureInfo.InvariantCulture), new EquatableArray<Step>(part)));
        return [new StepPart("", new EquatableArray<Step>(steps.Take(losses))), .. separate];
    }
}
