namespace NetGen.Peers.Managed;

/// <summary>Rows of outputs from rows of inputs.</summary>
internal delegate void ForwardCall<T>(ReadOnlySpan<T> inputs, Span<T> outputs);

/// <summary>A step of gradient descent on the mean loss of some rows; returns that loss.</summary>
internal delegate T StepCall<T>(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T learningRate);
