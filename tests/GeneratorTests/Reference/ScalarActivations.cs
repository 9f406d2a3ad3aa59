using static NetGen.GeneratorTests.Reference.ReferenceActivation;
using static NetGen.GeneratorTests.Reference.SpecialFunctions;

namespace NetGen.GeneratorTests.Reference;

/// <summary>Value and derivative of every elementwise activation, from the formulas of the enum's documentation.</summary>
internal static class ScalarActivations
{
    /// <summary>α and λ of Klambauer et al. (2017), equations 14.</summary>
    private const double SeluAlpha = 1.6732632423543772848170429916717;
    private const double SeluScale = 1.0507009873554804934193349852946;

    public static Elementwise Of(Activation activation, NetworkSpec spec) => activation switch
    {
        Activation.Identity => new(z => z, _ => 1),
        Activation.Sigmoid => new(Sigmoid, z => Sigmoid(z) * Sigmoid(-z)),
        Activation.Tanh => new(Math.Tanh, TanhDerivative),
        Activation.ReLU => new(z => Math.Max(z, 0), z => z > 0 ? 1 : z < 0 ? 0 : spec.ReLUGradientAtZero),
        Activation.LeakyReLU => new(z => z > 0 ? z : spec.LeakyReLUSlope * z, z => z > 0 ? 1 : spec.LeakyReLUSlope),
        Activation.ELU => Elu(spec.ELUAlpha, 1),
        Activation.SELU => Elu(SeluAlpha, SeluScale),
        Activation.GELU => new(z => z * NormalCdf(z), z => NormalCdf(z) + z * NormalDensity(z)),
        Activation.GELUTanh => new(GeluTanh, GeluTanhDerivative),
        Activation.SiLU => new(z => z * Sigmoid(z), z => Sigmoid(z) * (1 + z * Sigmoid(-z))),
        Activation.Mish => new(z => z * Math.Tanh(Softplus(z)), MishDerivative),
        Activation.Softplus => new(Softplus, Sigmoid),
        Activation.Softsign => new(z => z / (1 + Math.Abs(z)), z => 1 / ((1 + Math.Abs(z)) * (1 + Math.Abs(z)))),
        Activation.HardSigmoid => new(HardSigmoid, z => Math.Abs(z) < 3 ? 1.0 / 6 : 0),
        Activation.HardSwish => new(z => z * HardSigmoid(z), z => z >= 3 ? 1 : z <= -3 ? 0 : z / 3 + 0.5),
        Activation.HardTanh => new(z => Math.Clamp(z, -1, 1), z => Math.Abs(z) < 1 ? 1 : 0),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "not elementwise"),
    };

    /// <summary>Where the derivative jumps: no test may compare there, and random networks keep away.</summary>
    public static double[] Kinks(Activation activation) => activation switch
    {
        Activation.ReLU or Activation.LeakyReLU or Activation.ELU or Activation.SELU => [0],
        Activation.HardSigmoid or Activation.HardSwish => [-3, 3],
        Activation.HardTanh => [-1, 1],
        _ => [],
    };

    private static Elementwise Elu(double alpha, double scale) => new(
        z => scale * (z > 0 ? z : alpha * ExpMinusOne(z)),
        z => scale * (z > 0 ? 1 : alpha * Math.Exp(z)));

    private static double HardSigmoid(double z) => Math.Clamp(z / 6 + 0.5, 0, 1);

    private static double GeluTanhArgument(double z) => Math.Sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z);

    /// <summary>½(1 + tanh u) = sigmoid(2u), which keeps its digits in the tail.</summary>
    private static double GeluTanh(double z) => z * Sigmoid(2 * GeluTanhArgument(z));

    private static double GeluTanhDerivative(double z)
    {
        double u = 2 * GeluTanhArgument(z);
        double slope = 2 * Math.Sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * z * z);
        return Sigmoid(u) + z * slope * Sigmoid(u) * Sigmoid(-u);
    }

    private static double MishDerivative(double z)
    {
        double s = Softplus(z);
        return Math.Tanh(s) + z * TanhDerivative(s) * Sigmoid(z);
    }
}
