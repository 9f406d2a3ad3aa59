namespace NetGen.Training;

/// <summary>The derivatives of the loss with respect to one parameter.</summary>
/// <param name="Layer">The index of the layer.</param>
/// <param name="LayerName">The name of the layer.</param>
/// <param name="Row">Of a weight the index of the input, of a bias −1.</param>
/// <param name="Column">The index of the layer's output.</param>
/// <param name="Index">The index in <c>Parameters</c>.</param>
/// <param name="Analytic">The derivative by <c>Backward</c>.</param>
/// <param name="Numeric">The derivative by central differences.</param>
public readonly record struct GradientCheckParameter(
    int Layer, string LayerName, int Row, int Column, int Index, double Analytic, double Numeric)
{
    /// <summary>Whether the parameter is a bias.</summary>
    public bool IsBias => Row < 0;

    /// <summary>|a − b| of the two derivatives.</summary>
    public double AbsoluteDifference => Math.Abs(Analytic - Numeric);

    /// <summary>The parameter, as <c>layers.0 weight [2, 3]</c> or <c>layers.0 bias [3]</c>, and its derivatives.</summary>
    public override string ToString()
    {
        string place = IsBias ? $"bias [{Column}]" : $"weight [{Row}, {Column}]";
        return FormattableString.Invariant(
            $"{LayerName} {place}: Backward {Analytic:G9}, central differences {Numeric:G9}, apart {AbsoluteDifference:0.00e+00}");
    }
}
