namespace NetGen.MathNet;

/// <summary>All rows of a training set with what the network shall answer.</summary>
internal interface IFullBatch
{
    int Rows { get; }

    double Evaluate();

    double Backward(Span<double> gradient);
}
