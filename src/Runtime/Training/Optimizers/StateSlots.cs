namespace NetGen.Training;

/// <summary>Which of its three state vectors an update uses.</summary>
[Flags]
internal enum StateSlots
{
    None = 0,
    First = 1,
    Second = 2,
    Third = 4,
}
