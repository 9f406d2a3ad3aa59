using NetGen.PackageTests.Feed;

namespace NetGen.PackageTests.AddOns;

/// <summary>The packages that add to NetGen, in a project that refers to them alone.</summary>
[Collection(PackedLibraryCollection.Name)]
public sealed class SecondOrderTests(PackedLibrary library)
{
    [Fact]
    public void A_project_that_refers_to_the_add_ons_reads_a_file_trains_by_second_order_and_predicts()
    {
        ConsumerFolder consumer = library.CreateConsumer("second-order", "SecondOrder");
        string output = consumer.Dotnet(["run", "-c", "Release"]);
        Assert.StartsWith("rows 41, loss ", output);
    }
}
