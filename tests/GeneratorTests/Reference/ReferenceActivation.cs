namespace NetGen.GeneratorTests.Reference;

/// <summary>The maths of an activation over one row.</summary>
internal abstract class ReferenceActivation
{
    public abstract double[] Value(double[] z);

    /// <summary>∂L/∂z from ∂L/∂a: the product of the output gradient with the Jacobian.</summary>
    public abstract double[] Pullback(double[] z, double[] outputGradient);

    public static ReferenceActivation Of(NetworkSpec spec, int layer)
    {
        ActivationSpec activation = spec.Activations[layer];
        return activation.Own is { } own ? new Elementwise(own.Value, own.Derivative) : Of(activation.BuiltIn, spec);
    }

    private static ReferenceActivation Of(Activation activation, NetworkSpec spec) => activation switch
    {
        Activation.Softmax => new SoftmaxActivation(),
        Activation.LogSoftmax => new LogSoftmaxActivation(),
        _ => ScalarActivations.Of(activation, spec),
    };

    internal sealed class Elementwise(Func<double, double> value, Func<double, double> derivative) : ReferenceActivation
    {
        public override double[] Value(double[] z) => [.. z.Select(value)];

        public override double[] Pullback(double[] z, double[] outputGradient) =>
            [.. z.Zip(outputGradient, (x, g) => derivative(x) * g)];
    }

    /// <summary>aᵢ = e^zᵢ / Σ e^zⱼ; ∂aᵢ/∂zⱼ = aᵢ(δᵢⱼ − aⱼ).</summary>
    private sealed class SoftmaxActivation : ReferenceActivation
    {
        public override double[] Value(double[] z) => Softmax(z);

        public override double[] Pullback(double[] z, double[] outputGradient)
        {
            double[] a = Softmax(z);
            double mean = a.Zip(outputGradient, (x, g) => x * g).Sum();
            return [.. a.Zip(outputGradient, (x, g) => x * (g - mean))];
        }
    }

    /// <summary>aᵢ = zᵢ − ln Σ e^zⱼ; ∂aᵢ/∂zⱼ = δᵢⱼ − softmax(z)ⱼ.</summary>
    private sealed class LogSoftmaxActivation : ReferenceActivation
    {
        public override double[] Value(double[] z) => LogSoftmax(z);

        public override double[] Pullback(double[] z, double[] outputGradient)
        {
            double total = outputGradient.Sum();
            return [.. Softmax(z).Zip(outputGradient, (s, g) => g - s * total)];
        }
    }

    public static double[] Softmax(double[] z) => [.. LogSoftmax(z).Select(Math.Exp)];

    public static double[] LogSoftmax(double[] z)
    {
        double max = z.Max();
        double logSum = max + Math.Log(z.Sum(x => Math.Exp(x - max)));
        return [.. z.Select(x => x - logSum)];
    }
}
