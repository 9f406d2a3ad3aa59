using NetGen;

namespace Hinge;

/// <summary>A linear support vector machine of three classes: each score is to exceed the others by the margin of 1.</summary>
[Network([2, 3], [Activation.Identity], Loss.MulticlassHinge, Reduction = LossReduction.SumOverOutputs)]
public sealed partial class IrisNetwork;
