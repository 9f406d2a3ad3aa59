using System.Numerics;

namespace NetGen.Training;

/// <summary>All that one update leaves to the next, besides the parameters, the optimizer and the schedule.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class TrainingState<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The rows of an epoch; 0 before the first.</summary>
    public int RowCount { get; set; }

    /// <summary>The current epoch, from 0.</summary>
    public int Epoch { get; set; }

    /// <summary>The rows of the epoch that were shown.</summary>
    public int Row { get; set; }

    /// <summary>The updates of the epoch.</summary>
    public int Batch { get; set; }

    /// <summary>All updates.</summary>
    public long Step { get; set; }

    /// <summary>The sum of the losses of the rows of the epoch that were shown.</summary>
    public double LossSum { get; set; }

    /// <summary>The completed epochs.</summary>
    public List<EpochReport> History { get; } = [];

    /// <summary>The best figure so far; NaN before the first.</summary>
    public double Best { get; set; } = double.NaN;

    /// <summary>The number of its epoch, from 1; 0 before the first.</summary>
    public int BestEpoch { get; set; }

    /// <summary>The parameters after that epoch, where they are to be restored; else empty.</summary>
    public T[] BestParameters { get; set; } = [];

    /// <summary>The epochs in a row without improvement.</summary>
    public int Waited => Epoch - BestEpoch;

    /// <summary>Ends the epoch.</summary>
    public void NextEpoch()
    {
        Epoch++;
        Row = 0;
        Batch = 0;
        LossSum = 0;
    }
}
