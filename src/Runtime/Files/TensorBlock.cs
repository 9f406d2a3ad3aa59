using System.Numerics;

namespace NetGen.Files;

/// <summary>A matrix inside a tensor and the same matrix inside the parameters, where it may be transposed.</summary>
/// <param name="Rows">Rows of the matrix in the tensor.</param>
/// <param name="Columns">Columns of the matrix in the tensor, where they are contiguous.</param>
/// <param name="Start">The element of the tensor where the matrix starts.</param>
/// <param name="RowStride">The elements of the tensor from one row to the next.</param>
/// <param name="Offset">The parameter where the matrix starts.</param>
/// <param name="OffsetPerRow">The parameters from one row to the next.</param>
/// <param name="OffsetPerColumn">The parameters from one column to the next.</param>
internal readonly record struct TensorBlock(int Rows, int Columns, int Start, int RowStride, int Offset, int OffsetPerRow, int OffsetPerColumn)
{
    /// <summary>Copies the matrix from the bytes of a tensor to the parameters.</summary>
    public void ToParameters<T>(ReadOnlySpan<byte> tensor, TensorType type, Span<T> parameters)
        where T : unmanaged, INumberBase<T>
    {
        int size = TensorTypes.Size(type);
        T[] values = new T[Columns];
        for (int row = 0; row < Rows; row++)
        {
            TensorConversion.Convert<T>(tensor.Slice((Start + (row * RowStride)) * size, Columns * size), type, values);
            int parameter = Offset + (row * OffsetPerRow);
            foreach (T value in values)
            {
                parameters[parameter] = value;
                parameter += OffsetPerColumn;
            }
        }
    }

    /// <summary>Copies the matrix from the parameters to the elements of a tensor.</summary>
    public void FromParameters<T>(ReadOnlySpan<T> parameters, Span<T> tensor)
    {
        for (int row = 0; row < Rows; row++)
        {
            int parameter = Offset + (row * OffsetPerRow);
            foreach (ref T value in tensor.Slice(Start + (row * RowStride), Columns))
            {
                value = parameters[parameter];
                parameter += OffsetPerColumn;
            }
        }
    }
}
