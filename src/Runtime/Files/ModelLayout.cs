namespace NetGen.Files;

/// <summary>How a file stores the weights and biases of a layer.</summary>
public enum ModelLayout
{
    /// <summary>Weights <c>[out, in]</c>, as of <c>torch.nn.Linear</c>, and biases <c>[out]</c>.</summary>
    PyTorch,

    /// <summary>Weights <c>[in, out]</c>, as of the kernels of Keras and Flax and as in <c>Parameters</c>, and biases <c>[out]</c>.</summary>
    Keras,

    /// <summary>One tensor <c>[out, 1 + in]</c> whose column 0 is the biases, as the Θ of many courses; <c>[out, in]</c> without biases.</summary>
    BiasFirstColumn,
}
