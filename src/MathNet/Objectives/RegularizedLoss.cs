namespace NetGen.MathNet;

/// <summary>The mean loss over all rows, and penalties.</summary>
internal sealed class RegularizedLoss(ITrainableNetwork<double> network, IFullBatch batch, IPenalty[] penalties) : Objective(network)
{
    public static RegularizedLoss Of(ITrainableNetwork<double> network, IFullBatch batch, MinimizerOptions options)
    {
        List<IPenalty> penalties = [];
        if (options.L2 > 0)
            penalties.Add(L2Penalty.OverRows(options.L2, batch.Rows));
        if (options.Penalty is not null)
            penalties.Add(options.Penalty);
        return new RegularizedLoss(network, batch, [.. penalties]);
    }

    protected override double Compute(Span<double> gradient, out double penalty)
    {
        double loss = gradient.IsEmpty ? batch.Evaluate() : batch.Backward(gradient);
        penalty = 0;
        foreach (IPenalty term in penalties)
            penalty += term.AddTo(Network.Parameters, Network.GetLayers(), gradient);
        return loss + penalty;
    }
}
