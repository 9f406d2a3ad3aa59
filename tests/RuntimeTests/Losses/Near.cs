using System.Numerics;

namespace NetGen.RuntimeTests.Losses;

/// <summary>Compares with a tolerance that suits the precision and the size of the row.</summary>
internal static class Near
{
    public static double Tolerance<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? 1e-5 : 1e-13;

    public static void Equal(double expected, double found, double tolerance, string what)
    {
        double allowed = tolerance * Math.Max(1, Math.Abs(expected));
        Assert.True(
            expected.Equals(found) || Math.Abs(expected - found) <= allowed,
            $"{what}: expected {expected:R}, found {found:R}, allowed {allowed:R}");
    }

    public static void Equal(double[] expected, double[] found, double tolerance, string what)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
            Equal(expected[i], found[i], tolerance, $"{what}[{i}] of {expected.Length}");
    }
}
