using System.Numerics;

namespace NetGen.Initialization;

/// <summary>
/// xoshiro256** (Blackman and Vigna, 2018), seeded by SplitMix64 as its authors advise. Every operation is an integer
/// operation or an IEEE 754 one that rounds correctly, so a seed gives the same numbers on every machine.
/// </summary>
internal struct RandomSource
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;
    private double _spareNormal;
    private bool _hasSpareNormal;

    /// <summary>Starts one of 2³² sequences of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">Which sequence, such as the number of an epoch.</param>
    public RandomSource(int seed, int stream = 0)
    {
        ulong state = ((ulong)(uint)stream << 32) | (uint)seed;
        _s0 = SplitMix64(ref state);
        _s1 = SplitMix64(ref state);
        _s2 = SplitMix64(ref state);
        _s3 = SplitMix64(ref state);
    }

    /// <summary>64 uniform bits.</summary>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, <paramref name="limit"/>), without bias (Lemire, 2019).</summary>
    /// <param name="limit">The number of values, at least 1.</param>
    public int NextBelow(int limit)
    {
        ulong product = (NextBits() >> 32) * (uint)limit;
        if ((uint)product < (uint)limit)
        {
            uint threshold = (uint)-limit % (uint)limit;
            while ((uint)product < threshold)
                product = (NextBits() >> 32) * (uint)limit;
        }

        return (int)(product >> 32);
    }

    /// <summary>Puts elements into a random order (Fisher and Yates, in Durstenfeld's form of 1964).</summary>
    /// <param name="elements">The elements, reordered in place.</param>
    public void Shuffle<T>(Span<T> elements)
    {
        for (int i = elements.Length - 1; i > 0; i--)
        {
            int other = NextBelow(i + 1);
            (elements[i], elements[other]) = (elements[other], elements[i]);
        }
    }

    /// <summary>Uniform in [−1, 1), a multiple of 2⁻⁵².</summary>
    public double NextSymmetric() => ((long)(NextBits() >> 11) - (1L << 52)) * (1.0 / (1L << 52));

    /// <summary>Standard normal, by Marsaglia's polar method (1964).</summary>
    public double NextNormal()
    {
        if (_hasSpareNormal)
        {
            _hasSpareNormal = false;
            return _spareNormal;
        }

        double x, y, square;
        do
        {
            x = NextSymmetric();
            y = NextSymmetric();
            square = (x * x) + (y * y);
        }
        while (square is >= 1 or 0);

        double factor = Math.Sqrt(-2 * PortableLog.Of(square) / square);
        _spareNormal = y * factor;
        _hasSpareNormal = true;
        return x * factor;
    }

    private static ulong SplitMix64(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
