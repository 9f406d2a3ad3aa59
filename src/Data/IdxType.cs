namespace NetGen.Data;

/// <summary>The type of the numbers in an IDX file; the values are those of the third byte of the file.</summary>
public enum IdxType
{
    /// <summary>0 to 255 in one byte.</summary>
    UnsignedByte = 0x08,

    /// <summary>−128 to 127 in one byte.</summary>
    SignedByte = 0x09,

    /// <summary>Whole numbers of two bytes.</summary>
    Short = 0x0B,

    /// <summary>Whole numbers of four bytes.</summary>
    Int = 0x0C,

    /// <summary>IEEE 754 numbers in single precision.</summary>
    Float = 0x0D,

    /// <summary>IEEE 754 numbers in double precision.</summary>
    Double = 0x0E,
}
