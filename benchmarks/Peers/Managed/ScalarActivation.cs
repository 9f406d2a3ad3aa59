namespace NetGen.Peers.Managed;

/// <summary>Activations by scalar loops and <see cref="MathF"/>.</summary>
internal static class ScalarActivation
{
    public static void Apply(Span<float> z, Activation activation)
    {
        if (activation == Activation.Softmax)
        {
            Softmax(z);
            return;
        }

        foreach (ref float value in z)
        {
            value = activation switch
            {
                Activation.ReLU => MathF.Max(value, 0),
                Activation.Sigmoid => 1 / (1 + MathF.Exp(-value)),
                Activation.Tanh => MathF.Tanh(value),
                _ => value,
            };
        }
    }

    private static void Softmax(Span<float> z)
    {
        float largest = z[0], sum = 0;
        foreach (float value in z)
            largest = MathF.Max(largest, value);
        foreach (ref float value in z)
        {
            value = MathF.Exp(value - largest);
            sum += value;
        }

        foreach (ref float value in z)
            value /= sum;
    }
}
