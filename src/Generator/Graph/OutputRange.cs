namespace NetGen.Generator.Graph;

/// <summary>Which values an activation can give, as far as a loss cares.</summary>
internal enum OutputRange
{
    /// <summary>Both signs, or unknown.</summary>
    BothSigns,

    /// <summary>Between 0 and 1, both excluded.</summary>
    Probability,

    /// <summary>From 0 to 1, both included.</summary>
    UnitInterval,

    /// <summary>Above 0 without an upper bound.</summary>
    Positive,

    /// <summary>0 and above without an upper bound.</summary>
    NonNegative,

    /// <summary>Below 0 without a lower bound.</summary>
    Negative,
}
