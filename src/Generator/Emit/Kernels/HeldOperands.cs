namespace NetGen.Generator.Emit.Kernels;

/// <summary>What the step of a tiny layer reads and writes besides its parameters.</summary>
/// <param name="Inputs">The row of inputs, or null where it is in memory.</param>
/// <param name="InputMemory">That memory, as C#.</param>
/// <param name="Gradients">The gradient of the outputs, whose lanes behind the row are 0, or null where it is a number or in memory.</param>
/// <param name="GradientSource">That number or memory, as C#.</param>
/// <param name="Result">The variable that receives the gradient of the inputs, or null where nobody wants it.</param>
internal sealed record HeldOperands(HeldRow? Inputs, string InputMemory, HeldRow? Gradients, string GradientSource, HeldRow? Result);
