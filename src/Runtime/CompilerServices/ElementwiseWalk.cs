using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// The loops of <see cref="Elementwise"/> at one width, for lengths of at least one vector. The last vector ends at the last
/// element and may overlap the one before; it is read before the loop writes, so that working in place is safe.
/// </summary>
internal static class ElementwiseWalk<TActivation, T, TVector, TSimd>
    where TActivation : struct, IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
{
    [MethodImpl(AggressiveOptimization)]
    public static void Invoke(ref readonly T z, ref T a, nuint length)
    {
        nuint last = length - (nuint)TSimd.Count;
        TVector tail = TSimd.Load(in z, last);
        for (nuint i = 0; i < last; i += (nuint)TSimd.Count)
        {
            TSimd.Store(TActivation.Invoke<TVector, TSimd>(TSimd.Load(in z, i)), ref a, i);
        }

        TSimd.Store(TActivation.Invoke<TVector, TSimd>(tail), ref a, last);
    }

    [MethodImpl(AggressiveOptimization)]
    public static void MultiplyByDerivative(ref readonly T z, ref readonly T a, ref T gradient, nuint length)
    {
        nuint last = length - (nuint)TSimd.Count;
        TVector tail = Product(in z, in a, in gradient, last);
        for (nuint i = 0; i < last; i += (nuint)TSimd.Count)
        {
            TSimd.Store(Product(in z, in a, in gradient, i), ref gradient, i);
        }

        TSimd.Store(tail, ref gradient, last);
    }

    [MethodImpl(AggressiveInlining)]
    private static TVector Product(ref readonly T z, ref readonly T a, ref readonly T gradient, nuint offset) => TSimd.Multiply(
        TSimd.Load(in gradient, offset),
        TActivation.Derivative<TVector, TSimd>(TSimd.Load(in z, offset), TSimd.Load(in a, offset)));
}
