namespace Digits;

/// <summary>Images of 8×8 pixels in rows of 64 values from 0 to 1, and the digit that each one shows.</summary>
internal sealed record Images(float[] Pixels, int[] Labels)
{
    public const int Width = 8;
    public const int PixelCount = Width * Width;
    public const int ClassCount = 10;

    public int Count => Labels.Length;

    public ReadOnlySpan<float> this[int index] => Pixels.AsSpan(index * PixelCount, PixelCount);

    /// <summary>The images with these indices, in this order.</summary>
    public Images Select(ReadOnlySpan<int> indices)
    {
        var selection = new Images(new float[indices.Length * PixelCount], new int[indices.Length]);
        CopyTo(indices, selection.Pixels, selection.Labels);
        return selection;
    }

    /// <summary>Copies the images with these indices, in this order.</summary>
    public void CopyTo(ReadOnlySpan<int> indices, Span<float> pixels, Span<int> labels)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            this[indices[i]].CopyTo(pixels[(i * PixelCount)..]);
            labels[i] = Labels[indices[i]];
        }
    }
}
