using System.Text.RegularExpressions;

namespace NetGen.DocumentationTests;

/// <summary>Links between the pages lead somewhere.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Repository.PageNames];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_links_of_a_page_lead_to_files_and_headings_of_the_repository(string page)
    {
        foreach (string target in Targets(page))
        {
            string[] parts = target.Split('#');
            string name = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
            string path = Repository.PathOf(name);
            Assert.True(File.Exists(path) || Directory.Exists(path), $"{page} links to {target}, which is not there.");
            if (parts.Length > 1)
                Assert.Contains(parts[1], Headings(Repository.Read(name)));
        }
    }

    [Fact]
    public void A_readme_that_is_read_in_a_package_links_by_whole_addresses() => Assert.All(
        Repository.PageNames.Where(page => page.EndsWith("README.md", StringComparison.Ordinal) && page.Split('/')[0] is "src" or "templates"),
        page => Assert.DoesNotContain(Links(page), target => !target.Contains("://", StringComparison.Ordinal)));

    /// <summary>The targets in the repository, from the page or, where the page gives a whole address, from the root.</summary>
    private static IEnumerable<string> Targets(string page)
    {
        string start = $"{Repository.Url}/blob/main/";
        string root = string.Concat(Enumerable.Repeat("../", page.Count(x => x == '/')));
        return Links(page)
            .Select(target => target.StartsWith(start, StringComparison.Ordinal) ? root + target[start.Length..] : target)
            .Where(target => !Scheme().IsMatch(target));
    }

    private static IEnumerable<string> Links(string page) =>
        Link().Matches(Code().Replace(Repository.Read(page), "")).Select(link => link.Groups["target"].Value);

    /// <summary>The anchors that GitHub makes of headings.</summary>
    private static IEnumerable<string> Headings(string text) => Heading().Matches(Code().Replace(text, "")).Select(x =>
        NotInAnchor().Replace(x.Groups["title"].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\w+:")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^#+ (?<title>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
