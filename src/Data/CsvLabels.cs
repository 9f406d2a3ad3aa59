using System.Globalization;

namespace NetGen.Data;

/// <summary>Turns the texts of a column into labels, once all are known.</summary>
internal sealed class CsvLabels(CsvCursor cursor, IReadOnlyList<string>? classNames)
{
    /// <summary>A number above it is not the index of a class but a mistake, which would make rows of as many targets.</summary>
    private const int GreatestIndex = 999_999;

    private readonly Dictionary<string, int> _ids = Known(classNames);
    private readonly List<(string Text, int Line)> _seen = [];
    private readonly List<int> _labels = [];
    private int _column;

    public void Add(int column, string text)
    {
        _column = column;
        if (!_ids.TryGetValue(text, out int id))
        {
            if (classNames is not null)
                throw cursor.Error(column, $"{CsvCursor.Quote(text)} is none of the {classNames.Count} classes given.");
            id = _seen.Count;
            _ids.Add(text, id);
            _seen.Add((text, cursor.Line));
        }

        _labels.Add(id);
    }

    /// <summary>The label of each row, and the names of the classes.</summary>
    public (int[] Labels, string[] ClassNames) Finish()
    {
        if (classNames is not null)
            return ([.. _labels], [.. classNames]);
        if (_seen.TrueForAll(x => IsWhole(x.Text, out _)))
            return Numbers();
        string[] names = [.. _seen.Select(x => x.Text).Order(StringComparer.Ordinal)];
        int[] labels = [.. _seen.Select(x => Array.BinarySearch(names, x.Text, StringComparer.Ordinal))];
        return ([.. _labels.Select(id => labels[id])], names);
    }

    private static Dictionary<string, int> Known(IReadOnlyList<string>? names) =>
        (names ?? []).Select((name, label) => (name, label)).ToDictionary(x => x.name, x => x.label, StringComparer.Ordinal);

    private static bool IsWhole(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
        && double.IsInteger(number) && number >= 0;

    private (int[] Labels, string[] ClassNames) Numbers()
    {
        int[] numbers = new int[_seen.Count];
        for (int id = 0; id < numbers.Length; id++)
        {
            IsWhole(_seen[id].Text, out double number);
            numbers[id] = number <= GreatestIndex
                ? (int)number
                : throw cursor.Error(
                    _seen[id].Line, _column,
                    $"The label {CsvCursor.Quote(_seen[id].Text)} is above {GreatestIndex}; set ClassNames if it is the name of a class.");
        }

        string[] names = [.. Enumerable.Range(0, numbers.Max() + 1).Select(x => x.ToString(CultureInfo.InvariantCulture))];
        return ([.. _labels.Select(id => numbers[id])], names);
    }
}
