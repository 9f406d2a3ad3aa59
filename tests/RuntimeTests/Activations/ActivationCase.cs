using NetGen.Activations;
using NetGen.RuntimeTests.Numerics;

namespace NetGen.RuntimeTests.Activations;

/// <summary>An activation under test.</summary>
/// <param name="Name">Its key in the reference table.</param>
/// <param name="FromOutput">Whether the derivative may be given the outputs for the inputs.</param>
/// <param name="Kinks">Where the derivative jumps.</param>
public abstract record ActivationCase(string Name, bool FromOutput, double[] Kinks)
{
    public static IReadOnlyList<ActivationCase> All { get; } =
    [
        new ActivationCase<Identity<float>, Identity<double>>("identity", true),
        new ActivationCase<Sigmoid<float>, Sigmoid<double>>("sigmoid", true),
        new ActivationCase<Tanh<float>, Tanh<double>>("tanh", true),
        new ActivationCase<ReLU<float>, ReLU<double>>("relu", true, 0),
        new ActivationCase<LeakyReLU<float, Hundredth>, LeakyReLU<double, Hundredth>>("leaky_relu", true, 0),
        new ActivationCase<ELU<float, One>, ELU<double, One>>("elu", true),
        new ActivationCase<SELU<float>, SELU<double>>("selu", true, 0),
        new ActivationCase<GELU<float>, GELU<double>>("gelu", false),
        new ActivationCase<GELUTanh<float>, GELUTanh<double>>("gelu_tanh", false),
        new ActivationCase<SiLU<float>, SiLU<double>>("silu", false),
        new ActivationCase<Mish<float>, Mish<double>>("mish", false),
        new ActivationCase<Softplus<float>, Softplus<double>>("softplus", false),
        new ActivationCase<Softsign<float>, Softsign<double>>("softsign", true),
        new ActivationCase<HardSigmoid<float>, HardSigmoid<double>>("hardsigmoid", true, -3, 3),
        new ActivationCase<HardSwish<float>, HardSwish<double>>("hardswish", false, -3, 3),
        new ActivationCase<HardTanh<float>, HardTanh<double>>("hardtanh", true, -1, 1),
    ];

    public static TheoryData<string> Names => new(All.Select(c => c.Name));

    public static ActivationCase Named(string name) => All.Single(c => c.Name == name);

    public abstract float[] Values(Width width, float[] z);

    public abstract double[] Values(Width width, double[] z);

    public abstract float[] Derivatives(Width width, float[] z, float[] a);

    public abstract double[] Derivatives(Width width, double[] z, double[] a);

    public sealed override string ToString() => Name;
}

/// <inheritdoc cref="ActivationCase"/>
public sealed record ActivationCase<TSingle, TDouble>(string Name, bool FromOutput, params double[] Kinks) : ActivationCase(Name, FromOutput, Kinks)
    where TSingle : struct, IActivation<float>
    where TDouble : struct, IActivation<double>
{
    public override float[] Values(Width width, float[] z)
    {
        float[] a = new float[z.Length];
        Function.Run<TSingle, float>(width, z, a);
        return a;
    }

    public override double[] Values(Width width, double[] z)
    {
        double[] a = new double[z.Length];
        Function.Run<TDouble, double>(width, z, a);
        return a;
    }

    public override float[] Derivatives(Width width, float[] z, float[] a)
    {
        float[] slopes = new float[z.Length];
        Function.Differentiate<TSingle, float>(width, z, a, slopes);
        return slopes;
    }

    public override double[] Derivatives(Width width, double[] z, double[] a)
    {
        double[] slopes = new double[z.Length];
        Function.Differentiate<TDouble, double>(width, z, a, slopes);
        return slopes;
    }
}
