using System.Numerics;

namespace NetGen.GeneratorTests.Harness;

/// <summary>Conversion between the numbers of a test and those of a network.</summary>
internal static class Numbers
{
    public static T[] To<T>(double[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [.. values.Select(T.CreateChecked)];

    public static double[] From<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] converted = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            converted[i] = double.CreateChecked(values[i]);
        }

        return converted;
    }
}
