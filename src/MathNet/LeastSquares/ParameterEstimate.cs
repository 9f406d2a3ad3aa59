namespace NetGen.MathNet;

/// <summary>A parameter of a fit and how well the data determine it.</summary>
/// <param name="Layer">The index of the layer.</param>
/// <param name="LayerName">The name of the layer.</param>
/// <param name="Row">Of a weight the index of the input, of a bias −1.</param>
/// <param name="Column">The index of the layer's output.</param>
/// <param name="Index">The index in <c>Parameters</c>.</param>
/// <param name="Value">θ, its value.</param>
/// <param name="StandardError">
/// √ of its variance in <see cref="GoodnessOfFit.Covariance"/>; NaN where there are no degrees of freedom, and where the data
/// leave the parameter undetermined.
/// </param>
/// <param name="TValue">t = θ / standard error, for the hypothesis that θ is 0.</param>
/// <param name="PValue">The probability of a |t| at least as large if θ were 0, by Student's distribution.</param>
public readonly record struct ParameterEstimate(
    int Layer, string LayerName, int Row, int Column, int Index, double Value, double StandardError, double TValue, double PValue)
{
    /// <summary>Whether the parameter is a bias.</summary>
    public bool IsBias => Row < 0;

    /// <summary>The parameter, as <c>layers.0 weight [2, 3]</c> or <c>layers.0 bias [3]</c>, and its estimate.</summary>
    public override string ToString()
    {
        string place = IsBias ? $"bias [{Column}]" : $"weight [{Row}, {Column}]";
        return FormattableString.Invariant(
            $"{LayerName} {place}: {Value:G9}, standard error {StandardError:G4}, t {TValue:G4}, p {PValue:G3}");
    }
}
