using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.RuntimeTests.Losses;

/// <summary>A row between NaNs: a read beside it shows in the sums, a write beside it in <see cref="NeighboursAreIntact"/>.</summary>
internal sealed class PoisonedRow<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Margin = 17;
    private readonly T[] _memory;
    private readonly int _length;

    public PoisonedRow(int length)
    {
        _length = length;
        _memory = new T[length + (2 * Margin)];
        Array.Fill(_memory, T.NaN);
    }

    public PoisonedRow(double[] values)
        : this(values.Length)
    {
        for (int i = 0; i < values.Length; i++)
            Span[i] = T.CreateTruncating(values[i]);
    }

    public Span<T> Span => _memory.AsSpan(Margin, _length);

    public double[] Values => [.. Span.ToArray().Select(double.CreateTruncating)];

    public bool NeighboursAreIntact
    {
        get
        {
            T[] poison = [.. Enumerable.Repeat(T.NaN, Margin)];
            ReadOnlySpan<byte> expected = MemoryMarshal.AsBytes<T>(poison);
            return MemoryMarshal.AsBytes(_memory.AsSpan(0, Margin)).SequenceEqual(expected)
                && MemoryMarshal.AsBytes(_memory.AsSpan(Margin + _length)).SequenceEqual(expected);
        }
    }
}
