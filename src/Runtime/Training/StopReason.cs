namespace NetGen.Training;

/// <summary>Why a training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs were trained.</summary>
    Completed,

    /// <summary>The figure that <see cref="EarlyStopping"/> watches did not improve any more.</summary>
    EarlyStopping,

    /// <summary>The cancellation token was triggered; the parameters are those after the last update.</summary>
    Cancelled,
}
