using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace NetGen.MathNet;

/// <summary>
/// The loss as the trust region sees it. The point, gradient and Hessian are those of the lowest loss, because Math.NET goes on
/// from the point that it accepted while the model was last evaluated at one that it refused.
/// </summary>
internal sealed class CurvatureModel(Minimization minimization) : IObjectiveModel
{
    private Evaluation? _accepted;
    private HessianProduct? _hessian;

    public Evaluation Accepted => _accepted ?? throw new InvalidOperationException("There is no point yet.");

    public Vector<double> Point => Accepted.Point;

    public double Value { get; private set; }

    public Vector<double> Gradient => Accepted.RequiredGradient;

    public Matrix<double> Hessian => _hessian ??= new HessianProduct(minimization, Accepted.Point);

    public int FunctionEvaluations { get; set; }

    public int JacobianEvaluations { get; set; }

    /// <summary>None, which tells Math.NET to compute no covariances.</summary>
    public int DegreeOfFreedom => 0;

    public bool IsGradientSupported => true;

    public bool IsHessianSupported => true;

    public Vector<double> ObservedY => throw new NotSupportedException("There are no observations.");

    public Matrix<double> Weights => throw new NotSupportedException("There are no observations.");

    public Vector<double> ModelValues => throw new NotSupportedException("There are no observations.");

    public void SetParameters(Vector<double> initialGuess, List<bool>? isFixed = null) => EvaluateAt(initialGuess);

    public void EvaluateAt(Vector<double> parameters)
    {
        Evaluation evaluation = minimization.Try(parameters);
        Value = evaluation.Loss;
        if (_accepted is not null && evaluation.Loss >= _accepted.Loss)
            return;
        _accepted = evaluation;
        _hessian = null;
    }

    public IObjectiveModel CreateNew() => new CurvatureModel(minimization);

    public IObjectiveModel Fork() => throw new NotSupportedException("A trust region does not fork.");

    public IObjectiveFunction ToObjectiveFunction() => throw new NotSupportedException("A trust region takes the model itself.");
}
