using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Rows;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Losses;

/// <summary>One row of a loss that walks blocks against labels: a block of one row.</summary>
internal static class LabelBlockLoss<TLoss, T>
    where TLoss : struct, ILabelLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(AggressiveInlining)]
    public static T Evaluate(ReadOnlySpan<T> outputs, int label) =>
        T.CreateTruncating(TLoss.Walk(outputs, new ReadOnlySpan<int>(in label), default, outputs.Length, T.One));

    [MethodImpl(AggressiveInlining)]
    public static T Differentiate(ReadOnlySpan<T> outputs, int label, Span<T> gradient)
    {
        Row.MustMatch(outputs.Length, gradient.Length, nameof(gradient));
        return T.CreateTruncating(TLoss.Walk(outputs, new ReadOnlySpan<int>(in label), gradient, outputs.Length, T.One));
    }
}
