namespace NetGen.Peers;

/// <summary>What is timed.</summary>
internal enum Mode
{
    /// <summary>Outputs from inputs.</summary>
    Forward,

    /// <summary>Forward, loss, backward and a step of gradient descent.</summary>
    Train,
}
