using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Schedule;

/// <summary>One call of a generated member's block loop.</summary>
/// <param name="Remark">What the step computes, for the comment above it.</param>
internal abstract record Step(string Remark);

/// <summary>A step that is a matrix product.</summary>
internal abstract record KernelStep(string Remark, MatMulKernel Kernel, DenseLayer Layer) : Step(Remark);

/// <summary>result = kernel(left, weights of the layer or their transposed copy).</summary>
internal sealed record ProductStep(string Remark, MatMulKernel Kernel, DenseLayer Layer, PackedWeights? Packed, BufferSlot Left, BufferSlot Result)
    : KernelStep(Remark, Kernel, Layer)
{
    /// <summary>The outputs that a derivative is computed from, where the kernel applies one.</summary>
    public BufferSlot? Activated { get; init; }
}

/// <summary>Adds the gradient of a layer's parameters to the destination.</summary>
internal sealed record OuterSumStep(string Remark, MatMulKernel Kernel, DenseLayer Layer, BufferSlot Inputs, BufferSlot Gradients)
    : KernelStep(Remark, Kernel, Layer);

/// <summary>The gradient of a layer's inputs, and the step of its parameters in the same pass.</summary>
internal sealed record UpdateStep(string Remark, MatMulKernel Kernel, DenseLayer Layer, BufferSlot Inputs, BufferSlot Gradients, BufferSlot Result)
    : KernelStep(Remark, Kernel, Layer);

/// <summary>a = f(z).</summary>
internal sealed record ActivationStep(string Remark, ActivationSpec Activation, bool IsRowWise, BufferSlot Source, BufferSlot Result) : Step(Remark)
{
    /// <summary>
    /// The elements of whole vectors of 512 bits, which are loaded as they were stored: a load that spans two stores would wait
    /// for both. Null where no memory of the network's own
    /// follows the row, where it is shorter than a vector, and for activations of a few instructions or of whole rows.
    /// </summary>
    public int? WideColumns { get; init; }
}

/// <summary>dz = dy · f′.</summary>
/// <param name="Remark">What the step computes.</param>
/// <param name="Activation">The activation.</param>
/// <param name="IsRowWise">Whether it couples the outputs of a row.</param>
/// <param name="Upstream">dy.</param>
/// <param name="Result">dz; may be the memory of dy.</param>
/// <param name="Inputs">z, or the memory of a where the derivative does not need z.</param>
/// <param name="Outputs">a, or the memory of z where the derivative does not need a.</param>
internal sealed record ActivationGradientStep(
    string Remark,
    ActivationSpec Activation,
    bool IsRowWise,
    BufferSlot Upstream,
    BufferSlot Result,
    BufferSlot Inputs,
    BufferSlot Outputs) : Step(Remark);

/// <summary>Adds the losses of the rows to the sum.</summary>
internal sealed record LossStep(string Remark, BufferSlot Predictions) : Step(Remark);

/// <summary>Adds the losses of the rows to the sum and writes their gradients.</summary>
internal sealed record LossGradientStep(string Remark, BufferSlot Predictions, BufferSlot Result) : Step(Remark);
