namespace NetGen.Rows;

/// <summary>The element of a row that the others are seen from.</summary>
internal enum RowReference
{
    /// <summary>No element.</summary>
    None,

    /// <summary>The largest. A NaN may or may not come through: what is computed of the elements carries it on.</summary>
    Maximum,

    /// <summary>The one of the row's label.</summary>
    Labelled,
}
