namespace Digits;

/// <summary>What a network makes of an image: the likeliest digit and its probability.</summary>
internal readonly record struct Prediction(int Digit, float Confidence)
{
    public static Prediction Of(DigitsNetwork network, ReadOnlySpan<float> pixels)
    {
        Span<float> logits = stackalloc float[DigitsNetwork.OutputSize];
        network.Forward(pixels, logits);
        int digit = 0;
        for (int i = 1; i < logits.Length; i++)
        {
            if (logits[i] > logits[digit])
                digit = i;
        }

        // Softmax of the largest logit: e⁰ over the sum.
        float sum = 0;
        foreach (float logit in logits)
            sum += MathF.Exp(logit - logits[digit]);
        return new Prediction(digit, 1 / sum);
    }
}
