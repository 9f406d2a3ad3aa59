using System.Numerics;

namespace NetGen.Training;

/// <summary>The elements <c>[Start, End)</c> of all parameters and of their gradient, which one call updates.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct ParameterRange<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly Span<T> Parameters;
    public readonly ReadOnlySpan<T> Gradient;
    public readonly int Start;
    public readonly int End;

    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in both spans.</exception>
    public ParameterRange(Span<T> parameters, ReadOnlySpan<T> gradient, int start, int length)
    {
        _ = parameters.Slice(start, length);
        _ = gradient.Slice(start, length);
        Parameters = parameters;
        Gradient = gradient;
        Start = start;
        End = start + length;
    }
}
