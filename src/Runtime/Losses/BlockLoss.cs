using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Rows;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Losses;

/// <summary>One row of a loss that walks blocks: a block of one row.</summary>
internal static class BlockLoss<TLoss, T>
    where TLoss : struct, ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(AggressiveInlining)]
    public static T Evaluate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
    {
        Row.MustMatch(outputs.Length, targets.Length, nameof(targets));
        return T.CreateTruncating(TLoss.Walk(outputs, targets, default, outputs.Length, T.One));
    }

    [MethodImpl(AggressiveInlining)]
    public static T Differentiate(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient)
    {
        Row.MustMatch(outputs.Length, targets.Length, nameof(targets));
        Row.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        return T.CreateTruncating(TLoss.Walk(outputs, targets, gradient, outputs.Length, T.One));
    }
}
