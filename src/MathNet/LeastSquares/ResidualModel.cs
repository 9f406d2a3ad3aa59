using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace NetGen.MathNet;

/// <summary>
/// Σr² as Math.NET's least squares see it: the gradient is Jᵀr, the Hessian JᵀJ. They are asked for where a step was accepted,
/// which is where an iteration ends and the next begins.
/// </summary>
internal sealed class ResidualModel(Minimization minimization, Residuals residuals, double gradientTolerance) : IObjectiveModel
{
    private Evaluation? _accepted;
    private double[]? _normalMatrix;

    public Vector<double> Point => Accepted.Point;

    public double Value { get; private set; }

    public Vector<double> Gradient
    {
        get
        {
            minimization.EndIteration(Accepted);
            if (IsOrthogonal())
                minimization.Stop(ExitReason.GradientTolerance);
            minimization.BeginIteration(Accepted);
            return Accepted.RequiredGradient / 2;
        }
    }

    /// <summary>A new copy: the damping is added to it.</summary>
    public Matrix<double> Hessian => Matrix<double>.Build.DenseOfColumnMajor(Point.Count, Point.Count, NormalMatrix());

    public int FunctionEvaluations { get; set; }

    public int JacobianEvaluations { get; set; }

    /// <summary>None, which tells Math.NET to compute no covariances; <see cref="GoodnessOfFit"/> does.</summary>
    public int DegreeOfFreedom => 0;

    public bool IsGradientSupported => true;

    public bool IsHessianSupported => true;

    public Vector<double> ObservedY => throw new NotSupportedException("The residuals know the observations.");

    public Matrix<double> Weights => throw new NotSupportedException("The residuals are not weighted.");

    public Vector<double> ModelValues => throw new NotSupportedException("The residuals know the outputs.");

    private Evaluation Accepted => _accepted ?? throw new InvalidOperationException("There is no point yet.");

    public void SetParameters(Vector<double> initialGuess, List<bool>? isFixed = null) => EvaluateAt(initialGuess);

    public void EvaluateAt(Vector<double> parameters)
    {
        Evaluation evaluation = minimization.Try(parameters);
        Value = evaluation.Loss;
        if (_accepted is not null && evaluation.Loss >= _accepted.Loss)
            return;
        _accepted = evaluation;
        _normalMatrix = null;
    }

    public void EndIteration() => minimization.EndIteration(Accepted);

    public IObjectiveModel CreateNew() => new ResidualModel(minimization, residuals, gradientTolerance);

    public IObjectiveModel Fork() => throw new NotSupportedException("Least squares do not fork.");

    public IObjectiveFunction ToObjectiveFunction() => throw new NotSupportedException("Least squares take the model itself.");

    private double[] NormalMatrix()
    {
        if (_normalMatrix is null)
        {
            Point.ToArray().CopyTo(residuals.Network.Parameters);
            _normalMatrix = residuals.NormalMatrix();
        }

        return _normalMatrix;
    }

    /// <summary>Whether |Jⱼ·r| ≤ tolerance·‖Jⱼ‖·‖r‖ for every column.</summary>
    private bool IsOrthogonal()
    {
        double[] matrix = NormalMatrix();
        for (int j = 0; j < Point.Count; j++)
        {
            double bound = gradientTolerance * Math.Sqrt(matrix[j * (Point.Count + 1)] * Accepted.Loss);
            if (Math.Abs(Accepted.RequiredGradient[j] / 2) > bound)
                return false;
        }

        return gradientTolerance > 0;
    }
}
