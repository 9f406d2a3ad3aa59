namespace NetGen.Training;

/// <summary>What a learning-rate schedule counts.</summary>
public enum ScheduleUnit
{
    /// <summary>Epochs, from 0.</summary>
    Epoch,

    /// <summary>Updates of the parameters, from 0.</summary>
    Step,
}
