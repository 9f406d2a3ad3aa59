using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace NetGen.MathNet;

/// <summary>A point of the methods that search along lines; they ask for a new one where a line, and so an iteration, starts.</summary>
internal sealed class LineSearchObjective(Minimization minimization, Action onSearch) : IObjectiveFunction
{
    private Evaluation? _evaluation;

    public Evaluation Evaluation => _evaluation ?? throw new InvalidOperationException("There is no point yet.");

    public Vector<double> Point => Evaluation.Point;

    /// <summary>
    /// The loss, where it is finite. Math.NET's line searches refuse infinity, but step back from the largest number.
    /// </summary>
    public double Value => Math.Min(Evaluation.Loss, double.MaxValue);

    public bool IsGradientSupported => true;

    public Vector<double> Gradient => double.IsPositiveInfinity(Evaluation.Loss)
        ? Vector<double>.Build.Dense(Evaluation.Point.Count)
        : Evaluation.RequiredGradient;

    public bool IsHessianSupported => false;

    public Matrix<double> Hessian => throw new NotSupportedException("A line search needs no Hessian.");

    public void EvaluateAt(Vector<double> point) => _evaluation = minimization.Try(point);

    public IObjectiveFunction CreateNew()
    {
        onSearch();
        if (_evaluation is not null)
            minimization.BeginIteration(_evaluation);
        return new LineSearchObjective(minimization, onSearch);
    }

    public IObjectiveFunction Fork() => new LineSearchObjective(minimization, onSearch) { _evaluation = _evaluation };
}
