namespace NetGen.TrainingTests.Networks;

/// <summary>Three classes of points in the plane.</summary>
[Network([2, 16, 3], [Activation.Tanh, Activation.Identity], Loss.SoftmaxCrossEntropy)]
public sealed partial class BlobsNetwork;
