using System.Numerics;

namespace NetGen.GeneratorTests.Harness;

/// <summary>A span between poisoned guards: what reads a guard computes NaN, what writes one is caught by <see cref="Verify"/>.</summary>
internal sealed class Guarded<T>
    where T : unmanaged, IEquatable<T>
{
    /// <summary>More than a 512-bit vector of floats, and odd, so that the span is not aligned.</summary>
    private const int Guard = 19;

    private readonly T[] _buffer;
    private readonly T _poison;
    private readonly int _length;

    public Guarded(ReadOnlySpan<T> content, T poison)
    {
        _poison = poison;
        _length = content.Length;
        _buffer = new T[content.Length + 2 * Guard];
        _buffer.AsSpan().Fill(poison);
        content.CopyTo(Span);
    }

    public Span<T> Span => _buffer.AsSpan(Guard, _length);

    public void Verify(string name)
    {
        bool intact = _buffer.AsSpan(0, Guard).IndexOfAnyExcept(_poison) < 0
            && _buffer.AsSpan(Guard + _length).IndexOfAnyExcept(_poison) < 0;
        Assert.True(intact, $"wrote outside {name}");
    }
}

internal static class Guarded
{
    public static Guarded<T> Of<T>(double[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(Numbers.To<T>(values), T.NaN);

    /// <summary>A buffer to be overwritten: NaN everywhere, so that what is left out shows.</summary>
    public static Guarded<T> Empty<T>(int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Of<T>([.. Enumerable.Repeat(double.NaN, length)]);

    /// <summary>A buffer to be added to.</summary>
    public static Guarded<T> Zeros<T>(int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Of<T>(new double[length]);

    /// <summary>Labels between guards that are out of range.</summary>
    public static Guarded<int> Labels(int[] labels) => new(labels, int.MinValue);
}
