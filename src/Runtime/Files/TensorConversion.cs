using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Files;

/// <summary>Reads the bytes of a tensor as numbers.</summary>
internal static class TensorConversion
{
    /// <summary>Whether a type is that of <typeparamref name="T"/>, or both are floating-point numbers and T is float or double.</summary>
    public static bool IsReadableAs<T>(TensorType type) =>
        type == TensorTypes.Of<T>()
        || (TensorTypes.IsFloatingPoint(type) && (typeof(T) == typeof(float) || typeof(T) == typeof(double)));

    /// <summary>The first value that <typeparamref name="T"/> turns from finite to infinite or, if asked for, that is not finite in it.</summary>
    public static (int Index, double Value)? FirstUnfit<T>(ReadOnlySpan<byte> source, TensorType type, bool finite)
    {
        bool narrows = type == TensorType.F64 && typeof(T) == typeof(float);
        if (!TensorTypes.IsFloatingPoint(type) || (!finite && !narrows))
            return null;

        int size = TensorTypes.Size(type);
        for (int i = 0; i < source.Length / size; i++)
        {
            double value = Value(source[(i * size)..], type);
            bool fits = narrows ? float.IsFinite((float)value) : double.IsFinite(value);
            if (!fits && (finite || double.IsFinite(value)))
                return (i, value);
        }

        return null;
    }

    /// <summary>Converts all elements; F64 to float rounds to the nearest.</summary>
    public static void Convert<T>(ReadOnlySpan<byte> source, TensorType type, Span<T> destination)
        where T : unmanaged, INumberBase<T>
    {
        if (type == TensorTypes.Of<T>())
        {
            source.CopyTo(MemoryMarshal.AsBytes(destination));
            return;
        }

        int size = TensorTypes.Size(type);
        for (int i = 0; i < destination.Length; i++)
            destination[i] = T.CreateTruncating(Value(source[(i * size)..], type));
    }

    /// <summary>The first element, which double holds exactly.</summary>
    private static double Value(ReadOnlySpan<byte> source, TensorType type) => type switch
    {
        TensorType.F64 => BinaryPrimitives.ReadDoubleLittleEndian(source),
        TensorType.F32 => BinaryPrimitives.ReadSingleLittleEndian(source),
        TensorType.F16 => (double)BinaryPrimitives.ReadHalfLittleEndian(source),
        _ => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(source) << 16),
    };
}
