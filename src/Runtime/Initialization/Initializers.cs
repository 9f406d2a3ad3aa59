using System.Numerics;

namespace NetGen.Initialization;

/// <summary>Fills the parameters of a network with the start values that an <see cref="Initializer"/> names.</summary>
public static class Initializers
{
    /// <summary>
    /// Draws the weights of every layer in order and sets the biases to zero. The same seed gives the same bits on every
    /// machine; single precision gets the numbers of double precision, rounded.
    /// </summary>
    /// <param name="parameters">The parameters of the network, overwritten.</param>
    /// <param name="layers">The layers that tell where the weights are.</param>
    /// <param name="initializer">The distribution of the weights.</param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException">The initializer is not a member of its enum, or a layer lies outside the parameters.</exception>
    public static void Initialize<T>(Span<T> parameters, ReadOnlySpan<LayerInfo> layers, Initializer initializer, int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        parameters.Clear();
        var random = new RandomSource(seed);
        foreach (LayerInfo layer in layers)
        {
            Span<T> weights = parameters.Slice(layer.WeightsOffset, layer.WeightCount);
            Fill(weights, Scheme.Of(initializer, layer), ref random);
        }
    }

    private static void Fill<T>(Span<T> weights, Scheme scheme, ref RandomSource random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (scheme.Shape == Shape.Zero)
            return;

        for (int i = 0; i < weights.Length; i++)
        {
            double draw = scheme.Shape == Shape.Normal ? random.NextNormal() : random.NextSymmetric();
            weights[i] = T.CreateTruncating(scheme.Scale * draw);
        }
    }

    private enum Shape
    {
        Zero,
        Normal,
        Uniform,
    }

    /// <summary>A distribution: its scale is the standard deviation of a normal, the bound of a uniform one.</summary>
    private readonly record struct Scheme(Shape Shape, double Scale)
    {
        public static Scheme Of(Initializer initializer, LayerInfo layer)
        {
            double n = layer.InputSize;
            double m = layer.OutputSize;
            return initializer switch
            {
                Initializer.Auto => Of(Default(layer.Activation), layer),
                Initializer.HeNormal => new(Shape.Normal, Math.Sqrt(2 / n)),
                Initializer.HeUniform => new(Shape.Uniform, Math.Sqrt(6 / n)),
                Initializer.GlorotNormal => new(Shape.Normal, Math.Sqrt(2 / (n + m))),
                Initializer.GlorotUniform => new(Shape.Uniform, Math.Sqrt(6 / (n + m))),
                Initializer.LeCunNormal => new(Shape.Normal, Math.Sqrt(1 / n)),
                Initializer.LeCunUniform => new(Shape.Uniform, Math.Sqrt(3 / n)),
                Initializer.Zeros => new(Shape.Zero, 0),
                _ => throw new ArgumentOutOfRangeException(nameof(initializer), initializer, "There is no such initializer."),
            };
        }

        private static Initializer Default(Activation activation) => activation switch
        {
            Activation.ReLU or Activation.LeakyReLU or Activation.ELU or Activation.SELU or Activation.GELU
                or Activation.GELUTanh or Activation.SiLU or Activation.Mish or Activation.HardSwish => Initializer.HeNormal,
            _ => Initializer.GlorotUniform,
        };
    }
}
