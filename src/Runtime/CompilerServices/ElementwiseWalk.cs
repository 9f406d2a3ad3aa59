using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Rows;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.CompilerServices;

/// <summary>
/// The loops of <see cref="Elementwise"/> at one width, for lengths of at least half a vector. The last vector ends at the
/// last element and may overlap the one before; it is read before that one is written, so that working in place is safe. It goes
/// through the same loop body, and so does a length that one vector holds: a second copy of a long activation, or one in a
/// small method, would exhaust the JIT's inlining budget, which grows with the method.
/// </summary>
internal static class ElementwiseWalk<TActivation, T, TVector, TSimd, TLanes>
    where TActivation : struct, IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : struct
    where TSimd : struct, ISimd<TVector, T>
    where TLanes : struct, ILanes<TVector, T>
{
    /// <summary>
    /// Vectors are read two ahead of the one that is computed: a processor may hold a read back until an earlier write is done
    /// whose address shares the low 12 bits, as with arrays of 2,048 floats that lie one after the other. Read one by one, each
    /// vector then waits for the output before it (0.83 instead of 0.27 ns an element of sigmoid, measured).
    /// </summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void Invoke(ref readonly T z, ref T a, nuint length)
    {
        nuint count = (nuint)TSimd.Count;
        bool isShort = length <= count;
        nuint last = length - count;
        TVector current = isShort ? TLanes.Load(in z, length) : TSimd.Load(in z, 0);
        TVector next = isShort ? current : TSimd.Load(in z, nuint.Min(count, last));
        TVector afterNext = isShort ? current : TSimd.Load(in z, nuint.Min(2 * count, last));
        nuint i = 0;
        nuint ahead = 3 * count;
        while (true)
        {
            TVector output = TActivation.Invoke<TVector, TSimd>(current);
            if (isShort)
            {
                TLanes.Store(output, ref a, length);
                return;
            }

            current = next;
            next = afterNext;
            afterNext = TSimd.Load(in z, nuint.Min(ahead, last));
            TSimd.Store(output, ref a, i);
            if (i == last)
            {
                return;
            }

            i = nuint.Min(i + count, last);
            ahead += count;
        }
    }

    /// <summary>Here the tail is the gradient before the loop wrote to it; z and a are apart from the gradient and stay.</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    public static void MultiplyByDerivative(ref readonly T z, ref readonly T a, ref T gradient, nuint length)
    {
        bool isShort = length <= (nuint)TSimd.Count;
        nuint last = length - (nuint)TSimd.Count;
        TVector current = isShort ? TLanes.Load(in gradient, length) : TSimd.Load(in gradient, 0);
        TVector tail = isShort ? current : TSimd.Load(in gradient, last);
        nuint i = 0;
        while (true)
        {
            TVector product = DerivativeProduct<TActivation, T>.Of<TVector, TSimd>(
                current,
                isShort ? TLanes.Load(in z, length) : TSimd.Load(in z, i),
                isShort ? TLanes.Load(in a, length) : TSimd.Load(in a, i));
            if (isShort)
            {
                TLanes.Store(product, ref gradient, length);
                return;
            }

            TSimd.Store(product, ref gradient, i);
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
