using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace NetGen.MathNet;

/// <summary>The loss without its gradient; every evaluation is an iteration.</summary>
internal sealed class SimplexObjective(Minimization minimization) : IObjectiveFunction
{
    private Evaluation? _evaluation;

    public Vector<double> Point => Evaluation.Point;

    public double Value => Math.Min(Evaluation.Loss, double.MaxValue);

    public bool IsGradientSupported => false;

    public Vector<double> Gradient => throw new NotSupportedException("A simplex needs no gradient.");

    public bool IsHessianSupported => false;

    public Matrix<double> Hessian => throw new NotSupportedException("A simplex needs no Hessian.");

    private Evaluation Evaluation => _evaluation ?? throw new InvalidOperationException("There is no point yet.");

    public void EvaluateAt(Vector<double> point)
    {
        int before = minimization.Evaluations;
        _evaluation = minimization.Try(point, withGradient: false);
        if (minimization.Evaluations > before)
            minimization.EndUnjudgedIteration(minimization.Best);
    }

    public IObjectiveFunction CreateNew() => new SimplexObjective(minimization);

    public IObjectiveFunction Fork() => new SimplexObjective(minimization) { _evaluation = _evaluation };
}
