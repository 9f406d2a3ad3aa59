namespace NetGen.Data;

/// <summary>What to do about a missing value.</summary>
public enum MissingValues
{
    /// <summary>A missing value is an error.</summary>
    Error,

    /// <summary>A row with a missing value in a column that is read is left out.</summary>
    SkipRow,

    /// <summary>A missing feature or target becomes NaN; a missing label is an error.</summary>
    NaN,
}
