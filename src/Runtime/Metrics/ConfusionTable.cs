using System.Globalization;

namespace NetGen.Metrics;

/// <summary>The text of a confusion matrix.</summary>
internal static class ConfusionTable
{
    /// <summary>With more classes a line would be too long to read.</summary>
    private const int MostColumns = 20;

    private static readonly string[] Scores = ["precision", "recall", "F1", "rows"];

    public static string Of(ConfusionMatrix matrix)
    {
        int[] columns = Columns(matrix);
        List<string[]> lines = [["actual", .. columns.Select(c => c == ConfusionMatrix.None ? "as none" : $"as {Text(c)}"), .. Scores]];
        for (int c = 0; c < matrix.ClassCount; c++)
        {
            lines.Add(
            [
                Text(c), .. columns.Select(column => Text(matrix[c, column])),
                Text(matrix.Precision(c)), Text(matrix.Recall(c)), Text(matrix.F1(c)), Text(matrix.Support(c)),
            ]);
        }

        string[] empty = new string[columns.Length];
        Array.Fill(empty, "");
        foreach (Average average in Enum.GetValues<Average>())
        {
            lines.Add(
            [
                average.ToString().ToLowerInvariant(), .. empty,
                Text(matrix.Precision(average)), Text(matrix.Recall(average)), Text(matrix.F1(average)), Text(matrix.Total),
            ]);
        }

        return $"{Aligned(lines)}\naccuracy {Text(matrix.Accuracy)}";
    }

    /// <summary>The classes, and none where some row predicts none.</summary>
    private static int[] Columns(ConfusionMatrix matrix)
    {
        IEnumerable<int> classes = matrix.ClassCount <= MostColumns ? Enumerable.Range(0, matrix.ClassCount) : [];
        return matrix.Predicted(ConfusionMatrix.None) == 0 ? [.. classes] : [.. classes, ConfusionMatrix.None];
    }

    private static string Aligned(List<string[]> lines)
    {
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(i => lines.Max(line => line[i].Length))];
        return string.Join("\n", lines.Select(line => string.Join("  ", line.Select((text, i) => text.PadLeft(widths[i])))));
    }

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Text(double score) => score.ToString("F4", CultureInfo.InvariantCulture);
}
