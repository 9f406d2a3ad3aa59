using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// The loops of <see cref="Elementwise"/> at one width, for lengths of at least one vector. The last vector ends at the last
/// element and may overlap the one before; it is read before the loop writes, so that working in place is safe. It goes
/// through the same loop body: a second copy of a long activation would exhaust the JIT's inlining budget.
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
        TVector current = TSimd.Load(in z, 0);
        nuint i = 0;
        while (true)
        {
            TSimd.Store(TActivation.Invoke<TVector, TSimd>(current), ref a, i);
            if (i == last)
            {
                return;
            }

            i += (nuint)TSimd.Count;
            if (i < last)
            {
                current = TSimd.Load(in z, i);
            }
            else
            {
                current = tail;
                i = last;
            }
        }
    }

    /// <summary>Here the tail is the gradient before the loop wrote to it; z and a are apart from the gradient and stay.</summary>
    [MethodImpl(AggressiveOptimization)]
    public static void MultiplyByDerivative(ref readonly T z, ref readonly T a, ref T gradient, nuint length)
    {
        nuint last = length - (nuint)TSimd.Count;
        TVector tail = TSimd.Load(in gradient, last);
        TVector current = TSimd.Load(in gradient, 0);
        nuint i = 0;
        while (true)
        {
            TVector slope = TActivation.Derivative<TVector, TSimd>(TSimd.Load(in z, i), TSimd.Load(in a, i));
            TSimd.Store(TSimd.Multiply(current, slope), ref gradient, i);
            if (i == last)
            {
                return;
            }

            i += (nuint)TSimd.Count;
            if (i < last)
            {
                current = TSimd.Load(in gradient, i);
            }
            else
            {
                current = tail;
                i = last;
            }
        }
    }
}
