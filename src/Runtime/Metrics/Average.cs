namespace NetGen.Metrics;

/// <summary>How the scores of the classes become one.</summary>
public enum Average
{
    /// <summary>The score of all rows taken together: every row counts the same.</summary>
    Micro,

    /// <summary>The mean of the scores of the classes: every class counts the same.</summary>
    Macro,

    /// <summary>The mean of the scores of the classes, each weighted by the number of its rows.</summary>
    Weighted,
}
