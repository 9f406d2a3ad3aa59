using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Tiles;

/// <summary>4 × 4 in Single.</summary>
internal readonly struct SingleTile4 : ITile<float>
{
    public static nuint Size => 4;

    [MethodImpl(AggressiveInlining)]
    public static void Transpose(ref readonly float source, nuint sourceStride, ref float destination, nuint destinationStride)
    {
        Vector128<float> row0 = Vector128.LoadUnsafe(in source);
        Vector128<float> row1 = Vector128.LoadUnsafe(in source, sourceStride);
        Vector128<float> row2 = Vector128.LoadUnsafe(in source, 2 * sourceStride);
        Vector128<float> row3 = Vector128.LoadUnsafe(in source, 3 * sourceStride);
        Vector128<double> low01 = Zip.Lower(row0, row1).AsDouble();
        Vector128<double> high01 = Zip.Upper(row0, row1).AsDouble();
        Vector128<double> low23 = Zip.Lower(row2, row3).AsDouble();
        Vector128<double> high23 = Zip.Upper(row2, row3).AsDouble();
        Zip.Lower(low01, low23).AsSingle().StoreUnsafe(ref destination);
        Zip.Upper(low01, low23).AsSingle().StoreUnsafe(ref destination, destinationStride);
        Zip.Lower(high01, high23).AsSingle().StoreUnsafe(ref destination, 2 * destinationStride);
        Zip.Upper(high01, high23).AsSingle().StoreUnsafe(ref destination, 3 * destinationStride);
    }
}
