using System.Xml.Linq;
using NetGen.PackageTests.Deployment;
using NetGen.PackageTests.Feed;

namespace NetGen.PackageTests.Templates;

/// <summary><c>dotnet new netgen</c>, installed from the packed templates for these tests alone.</summary>
[Collection(PackedLibraryCollection.Name)]
public sealed class TemplateTests(InstalledTemplates templates) : IClassFixture<InstalledTemplates>
{
    private const string Output = """
        After 100 epochs: loss 0.086, accuracy on new points 99 %
        Saved 65 parameters to disc.safetensors and loaded them from there.
        (0, 0) is inside, p = 1.000
        (0.9, 0.9) is outside, p = 0.000
        """;

    [Fact]
    public void A_new_project_trains_saves_loads_and_predicts_under_a_name_that_is_no_identifier()
    {
        templates.New("My-App");
        XElement project = templates.Project("My-App");
        Assert.Equal("net10.0", project.Descendants("TargetFramework").Single().Value);
        Assert.Equal("My_App", project.Descendants("RootNamespace").Single().Value);
        Assert.Empty(project.Descendants("PublishAot"));
        Assert.Equal(PackedLibrary.Version, project.Descendants("PackageReference").Single().Attribute("Version")!.Value);

        Assert.Equal(Output, templates.Run("My-App", "net10.0"));
    }

    [NativeAotFact]
    public void A_new_project_for_NET_9_is_published_ahead_of_time()
    {
        templates.New("Disc", "--framework", "net9.0", "--aot");
        XElement project = templates.Project("Disc");
        Assert.Equal("net9.0", project.Descendants("TargetFramework").Single().Value);
        Assert.Equal("true", project.Descendants("PublishAot").Single().Value);
        Assert.Empty(project.Descendants("RootNamespace"));

        Assert.Equal(Output, templates.RunPublished("Disc"));
    }
}
