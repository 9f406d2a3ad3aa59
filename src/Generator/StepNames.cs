namespace NetGen.Generator;

/// <summary>The tracked steps of the pipeline.</summary>
internal static class StepNames
{
    /// <summary>A type with the attribute, read by binding; what follows starts from what was read.</summary>
    public const string Read = "Read";

    public const string Declaration = "Declaration";

    public const string Graph = "Graph";

    public const string Plan = "Plan";

    public const string Schedule = "Schedule";

    public const string Source = "Source";

    /// <summary>The files that networks share where there are many.</summary>
    public const string Group = "Group";

    /// <summary>The members of a wrong declaration.</summary>
    public const string Stub = "Stub";

    /// <summary>The steps after <see cref="Read"/>, which run again only where what was read differs.</summary>
    public static readonly string[] All = [Declaration, Graph, Plan, Schedule, Source, Group, Stub];
}
