using NetGen.PackageTests.Feed;
using Xunit.Abstractions;

namespace NetGen.PackageTests.Deployment;

/// <summary>A program that trains, saves, loads and predicts computes the same however it is deployed. Warnings are errors.</summary>
[Collection(PackedLibraryCollection.Name)]
public sealed class TrainingProgramTests(PackedLibrary library, JitProgram jit, ITestOutputHelper log) : IClassFixture<JitProgram>
{
    [Fact]
    public void A_project_with_one_reference_trains_saves_loads_and_predicts()
    {
        double[] losses = TrainingProgram.Numbers(jit.Output, "disc losses");
        Assert.True(losses[^1] < 0.3 * losses[0], jit.Output);
        Assert.True(TrainingProgram.Numbers(jit.Output, "disc accuracy")[0] > 0.9, jit.Output);
        Assert.Equal([0], TrainingProgram.Numbers(jit.Output, "disc parameters that differ"));
        Assert.Equal([1], TrainingProgram.Numbers(jit.Output, "own gradient is right"));
        Assert.Equal(4, TrainingProgram.Numbers(jit.Output, "resumed losses").Length);
    }

    [Fact]
    public void The_library_for_NET_9_computes_the_same_bits() => Assert.Equal(jit.Output, jit.Run("net9.0"));

    [NativeAotFact]
    public void A_native_executable_computes_the_same_from_a_folder_of_its_own() =>
        AssertDeployed("native", ["-f", "net9.0", "-p:TargetFrameworks=net9.0", "-p:PublishAot=true"]);

    [Fact]
    public void A_trimmed_self_contained_executable_computes_the_same_from_a_folder_of_its_own() => AssertDeployed(
        "trimmed",
        ["-f", "net10.0", "-p:TargetFrameworks=net10.0", "--self-contained", "-p:PublishTrimmed=true", "-p:PublishSingleFile=true"]);

    private void AssertDeployed(string name, string[] options)
    {
        ConsumerFolder consumer = library.CreateConsumer(name, TrainingProgram.Name);
        consumer.Dotnet(["publish", "-c", "Release", "--use-current-runtime", "-o", "published", .. options]);
        string file = TrainingProgram.Name + (OperatingSystem.IsWindows() ? ".exe" : "");
        string folder = Directory.CreateDirectory(Path.Combine(consumer.Folder, "alone")).FullName;
        string executable = Path.Combine(folder, file);
        File.Copy(Path.Combine(consumer.Folder, "published", file), executable);

        TrainingProgram.AssertSame(jit.Output, CommandLine.Run(executable, folder, []));

        log.WriteLine($"{name}: {new FileInfo(executable).Length / 1e6:F2} MB, {TrainingProgram.Timing((executable, []), folder)}");
        log.WriteLine($"by the JIT: {TrainingProgram.Timing(jit.Command, folder)}");
    }
}
