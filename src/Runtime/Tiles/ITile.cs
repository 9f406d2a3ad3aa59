namespace NetGen.Tiles;

/// <summary>A square of a matrix, transposed in registers.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal interface ITile<T>
{
    /// <summary>Number of rows and of columns.</summary>
    static abstract nuint Size { get; }

    /// <summary>destination[j, i] = source[i, j].</summary>
    /// <param name="source">The first element of the square.</param>
    /// <param name="sourceStride">From one row of the source to the next.</param>
    /// <param name="destination">The first element of the transposed square.</param>
    /// <param name="destinationStride">From one row of the destination to the next.</param>
    static abstract void Transpose(ref readonly T source, nuint sourceStride, ref T destination, nuint destinationStride);
}
