using System.Numerics;

namespace NetGen.Data;

/// <summary>
/// A shift and a scale for each column of rows: y = (x − shift) / scale, and back. <see cref="Standardization"/> and
/// <see cref="MinMaxScaling"/> find them; <see cref="Shift"/> and <see cref="Scale"/> are all there is to save with a model.
/// </summary>
/// <remarks>It does not change, so that any number of threads may use it.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class AffineScaling<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // The columns' values, repeated to a whole number of vectors where a row is shorter than a vector.
    private readonly T[] _shift;
    private readonly T[] _scale;

    /// <summary>A scaling of given shifts and scales, which are copied.</summary>
    /// <param name="shift">What to subtract, one finite number a column; in the unit of the column.</param>
    /// <param name="scale">What to divide by, one finite number other than 0 a column; in the unit of the column.</param>
    /// <exception cref="ArgumentException">
    /// There is no column, the lengths differ, or a number is not finite or a scale is 0.
    /// </exception>
    public AffineScaling(ReadOnlySpan<T> shift, ReadOnlySpan<T> scale)
    {
        ScalingGuard.Numbers(shift, scale);
        Width = shift.Length;
        _shift = Repeated(shift);
        _scale = Repeated(scale);
    }

    /// <summary>The number of columns.</summary>
    public int Width { get; }

    /// <summary>What is subtracted from each column.</summary>
    public ReadOnlySpan<T> Shift => _shift.AsSpan(0, Width);

    /// <summary>What each column is then divided by.</summary>
    public ReadOnlySpan<T> Scale => _scale.AsSpan(0, Width);

    /// <summary>y = (x − shift) / scale for each number x of each row.</summary>
    /// <param name="rows">[rows, <see cref="Width"/>] row-major.</param>
    /// <param name="results">As many numbers; overwritten. May be <paramref name="rows"/> itself, but not overlap otherwise.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap but are not the same.</exception>
    public void Transform(ReadOnlySpan<T> rows, Span<T> results)
    {
        ScalingGuard.Rows<T>(rows, results, Width);
        for (int start = 0; start < rows.Length; start += _shift.Length)
        {
            int count = Math.Min(_shift.Length, rows.Length - start);
            TransformBlock(rows.Slice(start, count), results.Slice(start, count));
        }
    }

    /// <summary>x = y · scale + shift for each number y of each row: takes <see cref="Transform(ReadOnlySpan{T}, Span{T})"/> back.</summary>
    /// <param name="rows">[rows, <see cref="Width"/>] row-major.</param>
    /// <param name="results">As many numbers; overwritten. May be <paramref name="rows"/> itself, but not overlap otherwise.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap but are not the same.</exception>
    public void Inverse(ReadOnlySpan<T> rows, Span<T> results)
    {
        ScalingGuard.Rows<T>(rows, results, Width);
        for (int start = 0; start < rows.Length; start += _shift.Length)
        {
            int count = Math.Min(_shift.Length, rows.Length - start);
            InverseBlock(rows.Slice(start, count), results.Slice(start, count));
        }
    }

    /// <summary>A dataset with scaled features, which are a copy, and the same targets or labels, which are a view.</summary>
    /// <param name="dataset">Rows of <see cref="Width"/> features.</param>
    /// <exception cref="ArgumentException">The number of features does not fit.</exception>
    public Dataset<T> Transform(Dataset<T> dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ScalingGuard.Columns(dataset.FeatureCount, Width, "features");
        T[] features = new T[dataset.Features.Length];
        Transform(dataset.Features, features);
        return dataset.WithFeatures(features, Width);
    }

    /// <summary>A dataset with scaled targets, which are a copy, and the same features, which are a view.</summary>
    /// <param name="dataset">Rows of <see cref="Width"/> targets.</param>
    /// <exception cref="ArgumentException">The number of targets does not fit.</exception>
    public Dataset<T> TransformTargets(Dataset<T> dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ScalingGuard.Columns(dataset.TargetCount, Width, "targets");
        T[] targets = new T[dataset.Targets.Length];
        Transform(dataset.Targets, targets);
        return dataset.WithTargets(targets, Width);
    }

    private static T[] Repeated(ReadOnlySpan<T> columns)
    {
        int times = columns.Length < Vector<T>.Count ? Vector<T>.Count : 1;
        T[] result = new T[times * columns.Length];
        for (int i = 0; i < times; i++)
            columns.CopyTo(result.AsSpan(i * columns.Length));
        return result;
    }

    /// <summary>At most as many numbers as there are shifts. A product or quotient of one number has the same bits at any width.</summary>
    private void TransformBlock(ReadOnlySpan<T> rows, Span<T> results)
    {
        ReadOnlySpan<T> shift = _shift.AsSpan(0, rows.Length), scale = _scale.AsSpan(0, rows.Length);
        int i = 0;
        for (; i <= rows.Length - Vector<T>.Count; i += Vector<T>.Count)
            ((new Vector<T>(rows[i..]) - new Vector<T>(shift[i..])) / new Vector<T>(scale[i..])).CopyTo(results[i..]);
        for (; i < rows.Length; i++)
            results[i] = (rows[i] - shift[i]) / scale[i];
    }

    private void InverseBlock(ReadOnlySpan<T> rows, Span<T> results)
    {
        ReadOnlySpan<T> shift = _shift.AsSpan(0, rows.Length), scale = _scale.AsSpan(0, rows.Length);
        int i = 0;
        for (; i <= rows.Length - Vector<T>.Count; i += Vector<T>.Count)
            ((new Vector<T>(rows[i..]) * new Vector<T>(scale[i..])) + new Vector<T>(shift[i..])).CopyTo(results[i..]);
        for (; i < rows.Length; i++)
            results[i] = (rows[i] * scale[i]) + shift[i];
    }
}
