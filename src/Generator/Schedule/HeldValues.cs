using NetGen.Generator.Passes;

namespace NetGen.Generator.Schedule;

/// <summary>
/// Decides which values of a single row a vector holds from the layer that computes them to the one that reads them. Through memory
/// they take the latency of a store and a load, which is longer than the sums of a tiny layer.
/// </summary>
internal static class HeldValues
{
    /// <summary>The lanes of the vector by the memory that it replaces.</summary>
    /// <param name="steps">The forward steps of a row.</param>
    /// <param name="family">The version of the kernels.</param>
    public static Dictionary<BufferSlot, int> Of(IReadOnlyList<Step> steps, VectorFamily family)
    {
        Dictionary<BufferSlot, int> held = [];
        foreach ((Step step, Step next) in steps.Zip(steps.Skip(1), (step, next) => (step, next)))
        {
            if (step is ProductStep product
                && next is ProductStep reader
                && reader.Left == product.Result
                && LanesOf(product.Kernel, family) is { } lanes
                && CanRead(reader.Kernel, family, lanes))
            {
                held.Add(product.Result, lanes);
            }
        }

        return held;
    }

    /// <summary>The lanes of the one vector that a kernel computes, or null where there are others or it is too long.</summary>
    private static int? LanesOf(MatMulKernel kernel, VectorFamily family)
    {
        MatMulTiling tiling = kernel.Of(family);
        return kernel.Shape.Form == MatMulForm.Product
            && MatMulKernel.IsSingleVector(tiling)
            && tiling is { Packing: null, Streams: 0 }
            && tiling.Plan.Segments()[0].Lanes is var lanes and <= Tuning.HeldLanes
            ? lanes
            : null;
    }

    /// <summary>
    /// Whether a kernel takes each input by a constant index into vectors of at least half the length, or all inputs for a single
    /// result.
    /// </summary>
    private static bool CanRead(MatMulKernel kernel, VectorFamily family, int lanes)
    {
        MatMulTiling tiling = kernel.Of(family);
        return kernel.Shape.Form == MatMulForm.ProductTransposed
            ? kernel.Shape.IsSwapped
            : tiling is { IsUnrolled: true, Packing: null, Streams: 0, Plan.UsesVectorT: false } && tiling.Plan.Segments().TrueForAll(segment => 2 * segment.Lanes >= lanes);
    }
}
