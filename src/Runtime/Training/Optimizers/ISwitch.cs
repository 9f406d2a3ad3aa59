namespace NetGen.Training;

/// <summary>An option of an update as a type, so that the loop of an update without it does not test it.</summary>
internal interface ISwitch
{
    static abstract bool IsOn { get; }
}

/// <summary>With the option.</summary>
internal readonly struct On : ISwitch
{
    public static bool IsOn => true;
}

/// <summary>Without the option.</summary>
internal readonly struct Off : ISwitch
{
    public static bool IsOn => false;
}
