using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// Sums of the short rows of a matrix that one vector holds, one behind the other: as many as a power of two fits. The number of
/// columns is a constant in generated code, so what is left of a call is the way of that number. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PackedRows
{
    /// <summary>The sum of 8 rows of 2 columns, or 4 rows of 3 or 4; the lanes behind it are undefined.</summary>
    /// <param name="rows">The rows, the first in the first lanes.</param>
    /// <param name="columns">Columns of a row: 2, 3 or 4.</param>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<float> SumToVector128(Vector512<float> rows, int columns)
    {
        if (columns == 3)
        {
            Vector512<float> pairs = rows + Vector512.Shuffle(rows, Vector512.Create(6, 7, 8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
            return pairs.GetLower().GetLower() + Vector512.Shuffle(pairs, Vector512.Create(3, 4, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)).GetLower().GetLower();
        }

        Vector256<float> half = rows.GetLower() + rows.GetUpper();
        Vector128<float> quarter = half.GetLower() + half.GetUpper();
        return columns == 2 ? SumToVector128(quarter, columns) : quarter;
    }

    /// <summary>The sum of 2 rows of 2 columns.</summary>
    /// <param name="rows">The rows, the first in the first lanes.</param>
    /// <param name="columns">Columns of a row: 2.</param>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<float> SumToVector128(Vector128<float> rows, int columns) => rows + Vector128.Shuffle(rows, Vector128.Create(2, 3, 0, 1));

    /// <summary>The sum of 2 rows of 5 to 8 columns; the lanes behind it are undefined.</summary>
    /// <param name="rows">The rows, the first in the first lanes.</param>
    /// <param name="columns">Columns of a row: 5 to 8.</param>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<float> SumToVector256(Vector512<float> rows, int columns) => rows.GetLower() + columns switch
    {
        5 => Vector512.Shuffle(rows, Vector512.Create(5, 6, 7, 8, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)).GetLower(),
        6 => Vector512.Shuffle(rows, Vector512.Create(6, 7, 8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)).GetLower(),
        7 => Vector512.Shuffle(rows, Vector512.Create(7, 8, 9, 10, 11, 12, 13, 0, 0, 0, 0, 0, 0, 0, 0, 0)).GetLower(),
        _ => rows.GetUpper(),
    };

    /// <summary>The sum of 4 rows of 2 columns.</summary>
    /// <param name="rows">The rows, the first in the first lanes.</param>
    /// <param name="columns">Columns of a row: 2.</param>
    [MethodImpl(AggressiveInlining)]
    public static Vector128<double> SumToVector128(Vector512<double> rows, int columns)
    {
        Vector256<double> half = rows.GetLower() + rows.GetUpper();
        return half.GetLower() + half.GetUpper();
    }

    /// <summary>The sum of 2 rows of 3 or 4 columns; the lane behind it is undefined.</summary>
    /// <param name="rows">The rows, the first in the first lanes.</param>
    /// <param name="columns">Columns of a row: 3 or 4.</param>
    [MethodImpl(AggressiveInlining)]
    public static Vector256<double> SumToVector256(Vector512<double> rows, int columns) => rows.GetLower() + (columns == 3
        ? Vector512.Shuffle(rows, Vector512.Create(3, 4, 5, 0, 0, 0, 0, 0)).GetLower()
        : rows.GetUpper());
}
