using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Training;

/// <summary>√Σx², summed in double precision: infinite only where a component is or the norm itself overflows.</summary>
internal static class EuclideanNorm
{
    /// <summary>2⁻⁹⁰⁰. A sum above it loses nothing to squares that underflow.</summary>
    private const double Least = 1.1830521861667747e-271;

    /// <summary>2¹⁰⁰⁰, the largest scale: that of a denormal maximum would be infinite.</summary>
    private const double LargestScale = 1.0715086071862673e301;

    public static double Of<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double square = typeof(T) == typeof(float)
            ? SumOfSquares(MemoryMarshal.Cast<T, float>(x))
            : SumOfSquares(MemoryMarshal.Cast<T, double>(x));
        return square is >= Least and <= double.MaxValue || double.IsNaN(square) ? Math.Sqrt(square) : Scaled(x);
    }

    /// <summary>Squares are exact in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static double SumOfSquares(ReadOnlySpan<float> x)
    {
        ref float source = ref MemoryMarshal.GetReference(x);
        nuint count = (nuint)Vector<float>.Count;
        nuint length = (nuint)x.Length;
        nuint i = 0;
        Vector<double> a = default, b = default, c = default, d = default;
        for (; length - i >= 2 * count; i += 2 * count)
        {
            Vector.Widen(Vector.LoadUnsafe(ref source, i), out Vector<double> first, out Vector<double> second);
            Vector.Widen(Vector.LoadUnsafe(ref source, i + count), out Vector<double> third, out Vector<double> fourth);
            a = Vector.MultiplyAddEstimate(first, first, a);
            b = Vector.MultiplyAddEstimate(second, second, b);
            c = Vector.MultiplyAddEstimate(third, third, c);
            d = Vector.MultiplyAddEstimate(fourth, fourth, d);
        }

        double sum = Vector.Sum(a + b + (c + d));
        for (; i < length; i++)
        {
            double value = Unsafe.Add(ref source, i);
            sum += value * value;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static double SumOfSquares(ReadOnlySpan<double> x)
    {
        ref double source = ref MemoryMarshal.GetReference(x);
        nuint count = (nuint)Vector<double>.Count;
        nuint length = (nuint)x.Length;
        nuint i = 0;
        Vector<double> a = default, b = default, c = default, d = default;
        for (; length - i >= 4 * count; i += 4 * count)
        {
            Vector<double> first = Vector.LoadUnsafe(ref source, i);
            Vector<double> second = Vector.LoadUnsafe(ref source, i + count);
            Vector<double> third = Vector.LoadUnsafe(ref source, i + (2 * count));
            Vector<double> fourth = Vector.LoadUnsafe(ref source, i + (3 * count));
            a = Vector.MultiplyAddEstimate(first, first, a);
            b = Vector.MultiplyAddEstimate(second, second, b);
            c = Vector.MultiplyAddEstimate(third, third, c);
            d = Vector.MultiplyAddEstimate(fourth, fourth, d);
        }

        double sum = Vector.Sum(a + b + (c + d));
        for (; i < length; i++)
        {
            double value = Unsafe.Add(ref source, i);
            sum += value * value;
        }

        return sum;
    }

    /// <summary>The norm by components that a power of two, which rounds nothing, brings near 1.</summary>
    private static double Scaled<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double largest = 0;
        foreach (T value in x)
            largest = Math.Max(largest, Math.Abs(double.CreateTruncating(value)));
        if (largest == 0 || !double.IsFinite(largest))
            return largest;
        double scale = Math.Min(LargestScale, Math.ScaleB(1, -Math.ILogB(largest)));
        double sum = 0;
        foreach (T value in x)
        {
            double scaled = scale * double.CreateTruncating(value);
            sum += scaled * scaled;
        }

        return Math.Sqrt(sum) / scale;
    }
}
