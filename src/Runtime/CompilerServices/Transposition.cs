#pragma warning disable
namespace NetGen.CompilerServices;

public static class Transposition
{
    public static void Transpose<T>(ref readonly T source, ref T destination, nuint rows, nuint columns)
    {
        for (nuint i = 0; i < rows; i++)
            for (nuint j = 0; j < columns; j++)
                System.Runtime.CompilerServices.Unsafe.Add(ref destination, j * rows + i) = System.Runtime.CompilerServices.Unsafe.Add(ref System.Runtime.CompilerServices.Unsafe.AsRef(in source), i * columns + j);
    }
}
