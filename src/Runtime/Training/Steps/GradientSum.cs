using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Training;

/// <summary>Sums the gradients of the parts of a batch, in the order of the parts whatever the number of threads.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal static class GradientSum<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Elements that are summed over all parts before the next ones: 8 or 16 KB, which a first-level cache holds.</summary>
    private const int BlockLength = 2048;

    /// <summary>
    /// Replaces a range of the first part's gradient by the mean over the rows of all parts, and sets the range of the
    /// others to zero.
    /// </summary>
    /// <returns>Whether all numbers of the result are finite.</returns>
    public static bool Reduce(ReadOnlySpan<GradientPart<T>> parts, int rows, int start, int length)
    {
        bool isFinite = true;
        for (int end = start + length; start < end; start += BlockLength)
        {
            int count = Math.Min(BlockLength, end - start);
            Span<T> sum = parts[0].Gradient.Slice(start, count);
            if (parts.Length > 1)
            {
                Scale(sum, Share(parts[0], rows));
                foreach (GradientPart<T> part in parts[1..])
                    MoveInto(sum, part.Gradient.Slice(start, count), Share(part, rows));
            }

            isFinite &= IsFinite(sum);
        }

        return isFinite;
    }

    private static T Share(GradientPart<T> part, int rows) => T.CreateTruncating((double)part.Rows / rows);

    private static void Scale(Span<T> values, T factor)
    {
        Span<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        for (int i = 0; i < vectors.Length; i++)
            vectors[i] *= factor;
        for (int i = vectors.Length * Vector<T>.Count; i < values.Length; i++)
            values[i] *= factor;
    }

    private static void MoveInto(Span<T> sum, Span<T> values, T factor)
    {
        Span<Vector<T>> sums = MemoryMarshal.Cast<T, Vector<T>>(sum);
        Span<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(values)[..sums.Length];
        for (int i = 0; i < sums.Length; i++)
            sums[i] += vectors[i] * factor;
        for (int i = sums.Length * Vector<T>.Count; i < sum.Length; i++)
            sum[i] += values[i] * factor;
        values.Clear();
    }

    /// <summary>0 · x is NaN where x is infinite or NaN, and so is every sum that it is in.</summary>
    private static bool IsFinite(ReadOnlySpan<T> values)
    {
        ReadOnlySpan<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        Vector<T> zeros = default;
        foreach (Vector<T> vector in vectors)
            zeros += vector * Vector<T>.Zero;
        T zero = Vector.Sum(zeros);
        foreach (T value in values[(vectors.Length * Vector<T>.Count)..])
            zero += value * T.Zero;
        return zero == T.Zero;
    }
}
