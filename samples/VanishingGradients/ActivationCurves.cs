using Charts;
using NetGen;
using NetGen.Activations;

namespace VanishingGradients;

/// <summary>All activations that act on one number, each with its derivative.</summary>
internal static class ActivationCurves
{
    public static Picture Draw() => new(
        4,
        Curve<Sigmoid<double>>.Draw("Sigmoid"),
        Curve<Tanh<double>>.Draw("Tanh"),
        Curve<Softsign<double>>.Draw("Softsign"),
        Curve<HardSigmoid<double>>.Draw("HardSigmoid"),
        Curve<HardTanh<double>>.Draw("HardTanh"),
        Curve<Identity<double>>.Draw("Identity"),
        Curve<ReLU<double>>.Draw("ReLU"),
        Curve<LeakyReLU<double, Tenth>>.Draw("LeakyReLU, slope 0.1"),
        Curve<ELU<double, One>>.Draw("ELU, α 1"),
        Curve<SELU<double>>.Draw("SELU"),
        Curve<Softplus<double>>.Draw("Softplus"),
        Curve<GELU<double>>.Draw("GELU"),
        Curve<GELUTanh<double>>.Draw("GELUTanh"),
        Curve<SiLU<double>>.Draw("SiLU"),
        Curve<Mish<double>>.Draw("Mish"),
        Curve<HardSwish<double>>.Draw("HardSwish"))
    { PanelWidth = 240, PanelHeight = 220 };

    private readonly struct Tenth : IConstant<double>
    {
        public static double Value => 0.1;
    }

    private readonly struct One : IConstant<double>
    {
        public static double Value => 1;
    }
}
