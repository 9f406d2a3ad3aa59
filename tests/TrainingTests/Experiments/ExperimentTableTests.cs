using System.Text.RegularExpressions;

namespace NetGen.TrainingTests.Experiments;

/// <summary>docs/experiments.md accounts for every case, by tests that exist.</summary>
public partial class ExperimentTableTests
{
    private const int CaseCount = 53;

    private static readonly string Root = FindRoot();

    private static readonly string[] Rows = [.. File.ReadLines(Path.Combine(Root, "docs", "experiments.md")).Where(line => CaseRow().IsMatch(line))];

    [Fact]
    public void Every_case_has_one_row_and_a_status()
    {
        Assert.Equal(CaseCount, Rows.Select(row => CaseRow().Match(row).Groups[1].Value).Distinct().Count());
        Assert.Equal(CaseCount, Rows.Length);
        Assert.All(Rows, row => Assert.Contains(Cells(row)[2], (string[])["reproduced", "negative", "not reproducible"]));
    }

    [Fact]
    public void Every_case_has_a_test_or_a_reason()
    {
        foreach (string[] cells in Rows.Select(Cells))
            Assert.True(cells[3] != "–" || (cells[2] == "not reproducible" && cells[4].Length > 0), cells[0]);
    }

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        Dictionary<string, string> sources = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .GroupBy(path => Path.GetFileNameWithoutExtension(path))
            .ToDictionary(group => group.Key, group => string.Concat(group.Select(File.ReadAllText)));
        string[] names = [.. Rows.SelectMany(row => TestName().Matches(Cells(row)[3])).Select(match => match.Groups[1].Value)];

        Assert.InRange(names.Length, CaseCount - 2, 2 * CaseCount);
        foreach (string[] name in names.Select(name => name.Split('.')))
            Assert.True(sources.TryGetValue(name[0], out string? source) && source.Contains($" {name[1]}(", StringComparison.Ordinal), string.Join('.', name));
    }

    private static string[] Cells(string row) => [.. row.Trim('|').Split('|').Select(cell => cell.Trim())];

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "NetGen.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(@"^\| (s\d{3}_\d{2})_\w+ \|")]
    private static partial Regex CaseRow();

    [GeneratedRegex(@"`(\w+\.\w+)`")]
    private static partial Regex TestName();
}
