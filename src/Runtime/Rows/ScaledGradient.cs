using System.Numerics;

namespace NetGen.Rows;

/// <summary>A gradient times a scale, without the negligible elements.</summary>
internal readonly struct ScaledGradient<T> : IRowOperator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static bool IsGradient => true;

    /// <summary>Scales in place.</summary>
    public static void Invoke(Span<T> gradient, T scale) =>
        RowBlock<ScaledGradient<T>, T>.Walk(gradient, gradient, gradient, Math.Max(gradient.Length, 1), scale);
}
