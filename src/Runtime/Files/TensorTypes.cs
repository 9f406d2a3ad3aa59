namespace NetGen.Files;

/// <summary>Facts about the element types.</summary>
internal static class TensorTypes
{
    /// <summary>The type of a name of the format, which is case-sensitive; null where it is none of them.</summary>
    public static TensorType? Parse(string name) => name switch
    {
        "F64" => TensorType.F64,
        "F32" => TensorType.F32,
        "F16" => TensorType.F16,
        "BF16" => TensorType.BF16,
        "I64" => TensorType.I64,
        "I32" => TensorType.I32,
        "I16" => TensorType.I16,
        "I8" => TensorType.I8,
        "U64" => TensorType.U64,
        "U32" => TensorType.U32,
        "U16" => TensorType.U16,
        "U8" => TensorType.U8,
        "BOOL" => TensorType.BOOL,
        _ => null,
    };

    /// <summary>Bytes of an element.</summary>
    public static int Size(TensorType type) => type switch
    {
        TensorType.F64 or TensorType.I64 or TensorType.U64 => 8,
        TensorType.F32 or TensorType.I32 or TensorType.U32 => 4,
        TensorType.F16 or TensorType.BF16 or TensorType.I16 or TensorType.U16 => 2,
        _ => 1,
    };

    /// <summary>Whether the elements are floating-point numbers.</summary>
    public static bool IsFloatingPoint(TensorType type) => type <= TensorType.BF16;

    /// <summary>The type whose elements are those of <typeparamref name="T"/>; null where there is none.</summary>
    public static TensorType? Of<T>() =>
        typeof(T) == typeof(double) ? TensorType.F64
        : typeof(T) == typeof(float) ? TensorType.F32
        : typeof(T) == typeof(Half) ? TensorType.F16
        : typeof(T) == typeof(long) ? TensorType.I64
        : typeof(T) == typeof(int) ? TensorType.I32
        : typeof(T) == typeof(short) ? TensorType.I16
        : typeof(T) == typeof(sbyte) ? TensorType.I8
        : typeof(T) == typeof(ulong) ? TensorType.U64
        : typeof(T) == typeof(uint) ? TensorType.U32
        : typeof(T) == typeof(ushort) ? TensorType.U16
        : typeof(T) == typeof(byte) ? TensorType.U8
        : null;

    /// <summary>The type of <typeparamref name="T"/>, which a caller chose.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static TensorType Require<T>() =>
        Of<T>() ?? throw new ArgumentException($"Elements of type {typeof(T)} cannot be stored; expected is a floating-point number or an integer of up to 64 bits.", nameof(T));
}
