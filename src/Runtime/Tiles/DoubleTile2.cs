using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Tiles;

/// <summary>2 × 2 in Double.</summary>
internal readonly struct DoubleTile2 : ITile<double>
{
    public static nuint Size => 2;

    [MethodImpl(AggressiveInlining)]
    public static void Transpose(ref readonly double source, nuint sourceStride, ref double destination, nuint destinationStride)
    {
        Vector128<double> row0 = Vector128.LoadUnsafe(in source);
        Vector128<double> row1 = Vector128.LoadUnsafe(in source, sourceStride);
        Zip.Lower(row0, row1).StoreUnsafe(ref destination);
        Zip.Upper(row0, row1).StoreUnsafe(ref destination, destinationStride);
    }
}
