namespace NetGen.GeneratorTests.Reference;

/// <summary>Which activation may feed which loss without leaving the domain of the loss.</summary>
internal static class Pairings
{
    public static IEnumerable<(Activation Activation, Loss Loss)> All =>
        from loss in Enum.GetValues<Loss>()
        from activation in Enum.GetValues<Activation>()
        where IsDefined(activation, loss)
        select (activation, loss);

    public static bool IsDefined(Activation activation, Loss loss) => loss switch
    {
        Loss.BinaryCrossEntropy => activation is Activation.Sigmoid or Activation.Softmax,
        Loss.CategoricalCrossEntropy => activation is Activation.Sigmoid or Activation.Softmax or Activation.Softplus,
        _ => true,
    };
}
