namespace NetGen.Generator.Schedule;

/// <summary>What becomes of the end of a row that no whole number of vectors fills.</summary>
internal enum RowEnd
{
    /// <summary>The last vector ends with the row and covers elements of the one before again. Touches nothing behind the row.</summary>
    Overlaps,

    /// <summary>The last vector reaches past the end: what is read there is memory of the network, and never stored.</summary>
    ReachesPast,

    /// <summary>
    /// As <see cref="ReachesPast"/>, with a vector as wide as the others, so that what walks over the stored row in whole
    /// vectors finds each in one store.
    /// </summary>
    ReachesPastWhole,

    /// <summary>
    /// Narrower and narrower vectors. For rows that are updated in place: a load that overlaps the store before it would
    /// wait for that store to reach the cache.
    /// </summary>
    Falls,
}
