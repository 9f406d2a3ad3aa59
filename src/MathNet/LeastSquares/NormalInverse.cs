using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace NetGen.MathNet;

/// <summary>The inverse of JᵀJ, or its pseudo-inverse where it is singular.</summary>
/// <param name="Matrix">The inverse.</param>
/// <param name="Rank">The rank of J.</param>
/// <param name="IsDetermined">Whether each parameter can be told from the others.</param>
internal sealed record NormalInverse(Matrix<double> Matrix, int Rank, bool[] IsDetermined)
{
    /// <summary>A parameter is undetermined where its unit vector has a part in the null space above this.</summary>
    private const double NullPart = 1e-8;

    /// <summary>
    /// By the eigenvectors of D·JᵀJ·D with unit diagonal, so that units of the parameters do not decide what rounding is.
    /// </summary>
    public static NormalInverse Of(double[] normalMatrix, int count)
    {
        if (!Array.TrueForAll(normalMatrix, double.IsFinite))
            throw new NotFiniteNumberException("A derivative of the outputs with respect to the parameters is not finite.");
        Matrix<double> matrix = Matrix<double>.Build.DenseOfColumnMajor(count, count, normalMatrix);
        Vector<double> scale = matrix.Diagonal().Map(square => square > 0 ? 1 / Math.Sqrt(square) : 1);
        Evd<double> evd = matrix.MapIndexed((i, j, value) => value * scale[i] * scale[j]).Evd(Symmetricity.Symmetric);
        Vector<double> values = evd.EigenValues.Map(value => value.Real);
        double rounding = count * (double.BitIncrement(1) - 1) * values.Maximum();
        Vector<double> inverse = values.Map(value => value > rounding ? 1 / value : 0);
        Matrix<double> product = evd.EigenVectors * Matrix<double>.Build.DiagonalOfDiagonalVector(inverse) * evd.EigenVectors.Transpose();
        return new(
            product.MapIndexed((i, j, value) => value * scale[i] * scale[j]),
            inverse.Count(value => value > 0),
            [.. Enumerable.Range(0, count).Select(i => NullSquare(evd.EigenVectors.Row(i), inverse) < NullPart)]);
    }

    private static double NullSquare(Vector<double> row, Vector<double> inverse)
    {
        double sum = 0;
        for (int k = 0; k < row.Count; k++)
            sum += inverse[k] == 0 ? row[k] * row[k] : 0;
        return sum;
    }
}
