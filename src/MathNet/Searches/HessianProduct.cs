using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace NetGen.MathNet;

/// <summary>
/// The Hessian of the loss as an operator: H·v = (∇L(p + h·v) − ∇L(p − h·v)) / (2h), with the step h·‖v‖ = ∛ε·(1 + ‖p‖) that
/// balances truncation and rounding. It has the type of a matrix because Math.NET's trust region multiplies one by vectors; no
/// other operation is used, and no matrix is stored (the diagonal of the base class stays zero).
/// </summary>
internal sealed class HessianProduct(Minimization minimization, Vector<double> point) : DiagonalMatrix(point.Count)
{
    private static readonly double CubeRootOfEpsilon = Math.Cbrt(double.BitIncrement(1) - 1);

    private Vector<double>? _lastFactor;
    private Vector<double>? _lastProduct;

    protected override void DoMultiply(Vector<double> rightSide, Vector<double> result)
    {
        // The step of the subproblem comes back for the prediction of its loss.
        if (!rightSide.Equals(_lastFactor))
            (_lastFactor, _lastProduct) = (rightSide.Clone(), Product(rightSide));
        _lastProduct!.CopyTo(result);
    }

    private Vector<double> Product(Vector<double> factor)
    {
        double norm = factor.L2Norm();
        if (norm == 0)
            return factor.Clone();
        double h = CubeRootOfEpsilon * (1 + point.L2Norm()) / norm;
        Vector<double> above = minimization.Probe(point + (h * factor)).RequiredGradient;
        Vector<double> below = minimization.Probe(point - (h * factor)).RequiredGradient;
        return (above - below) / (2 * h);
    }
}
