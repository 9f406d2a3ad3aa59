namespace NetGen.Generator;

/// <summary>The tracked steps of the pipeline, in their order.</summary>
internal static class StepNames
{
    public const string Declaration = "Declaration";

    public const string Graph = "Graph";

    public const string Plan = "Plan";

    public const string Schedule = "Schedule";

    public const string Source = "Source";

    /// <summary>The members of a wrong declaration.</summary>
    public const string Stub = "Stub";

    public static readonly string[] All = [Declaration, Graph, Plan, Schedule, Source, Stub];
}
