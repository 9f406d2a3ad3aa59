using NetGen.RuntimeTests.Numerics;

namespace NetGen.RuntimeTests.Activations;

public class ActivationReferenceTests
{
    private const double SingleTolerance = 1e-6;

    /// <summary>PyTorch's softplus turns into the identity above 20, which costs it 2.1e-9.</summary>
    private static double DoubleTolerance(string name) => name == "softplus" ? 3e-9 : 1e-12;

    public static TheoryData<string> Names => ActivationCase.Names;

    [Theory, MemberData(nameof(Names))]
    public void Values_match_the_reference_at_every_width(string name)
    {
        (double Z, double Value, double)[] rows = [.. ReferenceTable.Of(name).Where(r => double.IsFinite(r.Z))];
        Assert.All(Enum.GetValues<Width>(), width =>
        {
            float[] single = ActivationCase.Named(name).Values(width, Padded(rows, r => (float)r.Z));
            double[] @double = ActivationCase.Named(name).Values(width, Padded(rows, r => r.Z));
            for (int i = 0; i < rows.Length; i++)
            {
                Near($"{name}({rows[i].Z}) Single", rows[i].Value, single[i], SingleTolerance);
                Near($"{name}({rows[i].Z}) Double", rows[i].Value, @double[i], DoubleTolerance(name));
            }
        });
    }

    [Theory, MemberData(nameof(Names))]
    public void Derivatives_match_the_reference_between_the_kinks_at_every_width(string name)
    {
        ActivationCase activation = ActivationCase.Named(name);
        (double Z, double, double Derivative)[] rows =
            [.. ReferenceTable.Of(name).Where(r => double.IsFinite(r.Z) && !activation.Kinks.Contains(r.Z))];
        float[] z = Padded(rows, r => (float)r.Z);
        double[] zz = Padded(rows, r => r.Z);
        Assert.All(Enum.GetValues<Width>(), width =>
        {
            float[] a = activation.Values(width, z);
            double[] aa = activation.Values(width, zz);
            CompareDerivatives(rows, activation, activation.Derivatives(width, z, a), activation.Derivatives(width, zz, aa));
            if (activation.FromOutput)
            {
                CompareDerivatives(rows, activation, activation.Derivatives(width, a, a), activation.Derivatives(width, aa, aa));
            }
        });
    }

    private static void CompareDerivatives((double Z, double, double Derivative)[] rows, ActivationCase activation, float[] single, double[] @double)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            Near($"{activation}'({rows[i].Z}) Single", rows[i].Derivative, single[i], SingleTolerance);
            Near($"{activation}'({rows[i].Z}) Double", rows[i].Derivative, @double[i], DoubleTolerance(activation.Name));
        }
    }

    private static T[] Padded<T>((double, double, double)[] rows, Func<(double Z, double, double), T> select)
    {
        T[] values = new T[(rows.Length + 15) / 16 * 16];
        rows.Select(select).ToArray().CopyTo(values, 0);
        return values;
    }

    private static void Near(string what, double expected, double actual, double tolerance) => Assert.True(
        Math.Abs(actual - expected) <= tolerance * Math.Max(1, Math.Abs(expected)),
        FormattableString.Invariant($"{what}: expected {expected:R}, found {actual:R}, tolerance {tolerance}"));
}
