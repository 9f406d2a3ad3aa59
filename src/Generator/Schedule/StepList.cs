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

    /// <summary>A long list is cut into methods; what computes the loss, which the method returns, stays in it.</summary>
    private IReadOnlyList<StepPart> Parts(EquatableArray<Step> steps, string name)
    {
        if (!IsLong)
        {
            return [new StepPart("", steps)];
        }

        List<StepPart> parts = [];
        List<Step> current = [];
        foreach (Step step in steps)
        {
            bool isLoss = step is LossStep or LossGradientStep;
            if (isLoss || current.Count == Tuning.StepsPerMethod)
            {
                Close();
            }

            current.Add(step);
            if (isLoss)
            {
                parts.Add(new StepPart("", new EquatableArray<Step>(current)));
                current = [];
            }
        }

        Close();
        return parts;

        void Close()
        {
            if (current.Count > 0)
            {
                parts.Add(new StepPart(name + (parts.Count(part => part.IsSeparate) + 1).ToString(CultureInfo.InvariantCulture), new EquatableArray<Step>(current)));
                current = [];
            }
        }
    }
}
