using System.Reflection;
using Microsoft.CodeAnalysis;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>The links of the diagnostics lead to the repository that the build settings name.</summary>
public class HelpLinkTests
{
    [Fact]
    public void Links_lead_to_the_pages_in_the_repository_of_the_package()
    {
        string repository = AnalyzerVerifier.Analyzers[0].GetType().Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == "RepositoryUrl").Value!;
        DiagnosticDescriptor[] descriptors = [.. AnalyzerVerifier.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)];

        Assert.All(descriptors, x => Assert.Equal($"{repository}/blob/main/docs/diagnostics/{x.Id}.md", x.HelpLinkUri));
    }
}
