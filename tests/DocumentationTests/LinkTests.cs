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
        foreach (Match link in Link().Matches(Code().Replace(Repository.Read(page), "")))
        {
            string[] target = link.Groups["target"].Value.Split('#');
            string name = target[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, target[0]);
            string path = Repository.PathOf(name);
            Assert.True(File.Exists(path) || Directory.Exists(path), $"{page} links to {link.Groups["target"]}, which is not there.");
            if (target.Length > 1)
                Assert.Contains(target[1], Headings(Repository.Read(name)));
        }
    }

    /// <summary>The anchors that GitHub makes of headings.</summary>
    private static IEnumerable<string> Headings(string text) => Heading().Matches(Code().Replace(text, "")).Select(x =>
        NotInAnchor().Replace(x.Groups["title"].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?!\w+:)(?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<title>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
