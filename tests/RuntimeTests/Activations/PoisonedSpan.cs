using System.Numerics;

namespace NetGen.RuntimeTests.Activations;

/// <summary>A span between NaN sentinels, whose bits must survive and whose values must not leak in.</summary>
internal sealed class PoisonedSpan<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Margin = 37;

    private readonly T[] _memory;

    public PoisonedSpan(IEnumerable<T> values)
    {
        T[] inside = [.. values];
        _memory = [.. Enumerable.Repeat(T.NaN, Margin), .. inside, .. Enumerable.Repeat(T.NaN, Margin)];
        Length = inside.Length;
    }

    public int Length { get; }

    public Span<T> Span => _memory.AsSpan(Margin, Length);

    public void AssertSurroundingsUntouched()
    {
        Assert.All(_memory.Take(Margin), v => Assert.True(T.IsNaN(v)));
        Assert.All(_memory.Skip(Margin + Length), v => Assert.True(T.IsNaN(v)));
    }
}
