using System.Globalization;

namespace NetGen.Data;

/// <summary>
/// A column of a CSV file, by its name in the header or by its index: <c>"target"</c>, <c>0</c> for the first, <c>^1</c> for
/// the last.
/// </summary>
public readonly record struct CsvColumn
{
    private CsvColumn(string? name, Index index)
    {
        Name = name;
        Index = index;
    }

    /// <summary>The name, compared ordinally; null for a column by its index.</summary>
    public string? Name { get; }

    /// <summary>The index, from 0 or from the end; without meaning for a column by its name.</summary>
    public Index Index { get; }

    /// <summary>A column by its name.</summary>
    /// <param name="name">The name.</param>
    public static implicit operator CsvColumn(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new CsvColumn(name, default);
    }

    /// <summary>A column by its index, from the start or from the end.</summary>
    /// <param name="index">The index.</param>
    public static implicit operator CsvColumn(Index index) => new(null, index);

    /// <summary>A column by its index from the start.</summary>
    /// <param name="index">The index, 0 for the first column.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public static implicit operator CsvColumn(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new CsvColumn(null, index);
    }

    /// <summary>The name in quotes, or the index.</summary>
    public override string ToString() =>
        Name is not null ? $"\"{Name}\"" : string.Create(CultureInfo.InvariantCulture, $"{(Index.IsFromEnd ? "^" : "")}{Index.Value}");
}
