namespace NetGen.Data;

/// <summary>Which column of a file is what, by index.</summary>
/// <param name="Features">The features.</param>
/// <param name="Targets">The targets; empty where there is a label.</param>
/// <param name="Label">The label; null where there are targets.</param>
/// <param name="IsAtRow">Whether the cursor is at a row that is not read yet: the first, where there is no header.</param>
internal sealed record CsvLayout(int[] Features, int[] Targets, int? Label, bool IsAtRow)
{
    /// <summary>Reads the first row, and finds the columns in it.</summary>
    public static CsvLayout Of(CsvCursor cursor, CsvOptions options)
    {
        if (!cursor.Read())
            throw cursor.FileError("There is no row.");
        if (options.HasHeader)
            cursor.TakeHeader();
        int[] targets = [.. options.Targets.Select(x => Index(cursor, x))];
        int? label = options.Label is { } column ? Index(cursor, column) : null;
        HashSet<int> taken = [.. targets];
        if (label is { } index)
            taken.Add(index);
        int[] features = options.Features is { } chosen
            ? [.. chosen.Select(x => Index(cursor, x))]
            : [.. Enumerable.Range(0, cursor.Width).Where(x => !taken.Contains(x))];
        if (features.Length == 0)
            throw cursor.FileError("There is no column of features.");
        if (features.Concat(targets).Distinct().Count() < features.Length + targets.Length || (label is { } l && features.Contains(l)))
            throw new ArgumentException("A column is both a feature and a target or label, or is there twice.", nameof(options));
        return new CsvLayout(features, targets, label, !options.HasHeader);
    }

    private static int Index(CsvCursor cursor, CsvColumn column)
    {
        if (column.Name is not { } name)
        {
            int index = column.Index.GetOffset(cursor.Width);
            return (uint)index < (uint)cursor.Width
                ? index
                : throw cursor.FileError($"There is no column {column} among {cursor.Width} columns.");
        }

        int[] found = [.. Enumerable.Range(0, cursor.Width).Where(x => cursor.Names[x] == name)];
        return found.Length switch
        {
            1 => found[0],
            0 => throw cursor.FileError($"There is no column {column}; the columns are {Names(cursor)}."),
            _ => throw cursor.FileError($"There are {found.Length} columns {column}; give one by its index."),
        };
    }

    private static string Names(CsvCursor cursor)
    {
        const int Most = 20;
        string names = string.Join(", ", cursor.Names.Take(Most).Select(CsvCursor.Quote));
        return cursor.Width > Most ? $"{names}, …" : names;
    }
}
