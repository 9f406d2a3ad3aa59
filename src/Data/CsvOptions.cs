namespace NetGen.Data;

/// <summary>
/// How to read a CSV file. Either <see cref="Label"/> or <see cref="Targets"/> must be set: what the rows are to teach.
/// </summary>
public sealed class CsvOptions
{
    /// <summary>
    /// The column of classes. Where every label is a whole number from 0 on, such as 2 or 2.0, the numbers are the labels,
    /// and there is one class more than the greatest. Otherwise the texts are the names of classes, in ordinal order.
    /// </summary>
    public CsvColumn? Label { get; init; }

    /// <summary>The names of the classes in order, where the file should not decide; any other text is then an error.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>The columns of numbers to predict.</summary>
    public IReadOnlyList<CsvColumn> Targets { get; init; } = [];

    /// <summary>The columns to predict from, in this order; null for all that are neither label nor target.</summary>
    public IReadOnlyList<CsvColumn>? Features { get; init; }

    /// <summary>Whether the first row holds the names of the columns.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>What stands between two fields.</summary>
    public string Delimiter { get; init; } = ",";

    /// <summary>The first character of a line that is a comment; null where there are no comments.</summary>
    public char? Comment { get; init; }

    /// <summary>What to do about a missing value.</summary>
    public MissingValues MissingValues { get; init; } = MissingValues.Error;

    /// <summary>The texts that stand for a missing value, compared without regard to case.</summary>
    public IReadOnlyList<string> MissingTexts { get; init; } = ["", "NA", "N/A", "NaN", "null", "?"];
}
