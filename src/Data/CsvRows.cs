using System.Globalization;
using System.Numerics;

namespace NetGen.Data;

/// <summary>Reads the rows of a file whose columns are known.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class CsvRows<T>(CsvCursor cursor, CsvLayout layout, CsvOptions options)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly HashSet<string> _missing = new(options.MissingTexts, StringComparer.OrdinalIgnoreCase);
    private readonly List<T> _features = [];
    private readonly List<T> _targets = [];
    private readonly CsvLabels _labels = new(cursor, options.ClassNames);

    public Dataset<T> Read(out CsvColumns columns)
    {
        bool isAtRow = layout.IsAtRow || cursor.Read();
        for (; isAtRow; isAtRow = cursor.Read())
        {
            if (options.MissingValues != MissingValues.SkipRow || IsWhole())
                ReadRow();
        }

        if (_features.Count == 0)
            throw cursor.FileError("There is no row of data.");
        if (layout.Label is null)
        {
            columns = new CsvColumns(Names(layout.Features), Names(layout.Targets), []);
            return Dataset<T>.WithTargets(_features.ToArray(), layout.Features.Length, _targets.ToArray(), layout.Targets.Length);
        }

        (int[] labels, string[] classNames) = _labels.Finish();
        columns = new CsvColumns(Names(layout.Features), [], classNames);
        return Dataset<T>.WithLabels(_features.ToArray(), layout.Features.Length, labels, classNames.Length);
    }

    private string[] Names(int[] columns) => cursor.Names.Length == 0 ? [] : [.. columns.Select(x => cursor.Names[x])];

    private bool IsWhole() =>
        !layout.Features.Any(IsMissing) && !layout.Targets.Any(IsMissing) && !(layout.Label is { } label && IsMissing(label));

    private bool IsMissing(int column) => _missing.Contains(cursor.Field(column));

    private void ReadRow()
    {
        foreach (int column in layout.Features)
            _features.Add(Number(column));
        foreach (int column in layout.Targets)
            _targets.Add(Number(column));
        if (layout.Label is { } label)
            _labels.Add(label, IsMissing(label) ? throw Missing(label) : cursor.Field(label));
    }

    private T Number(int column)
    {
        string text = cursor.Field(column);
        if (_missing.Contains(text))
            return options.MissingValues == MissingValues.NaN ? T.NaN : throw Missing(column);
        if (!T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T number))
            throw cursor.Error(column, $"{CsvCursor.Quote(text)} is not a number.");
        if (!T.IsFinite(number))
            throw cursor.Error(column, $"{CsvCursor.Quote(text)} is not a finite number in the precision asked for.");
        return number;
    }

    private DataFileException Missing(int column) =>
        cursor.Error(column, $"The value is missing: the text is {CsvCursor.Quote(cursor.Field(column))}.");
}
