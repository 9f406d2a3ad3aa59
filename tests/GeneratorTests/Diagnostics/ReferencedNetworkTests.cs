using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.GeneratorTests.Harness;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>Calls of a network that another assembly declares: its constants are read from its metadata.</summary>
public class ReferencedNetworkTests
{
    [Fact]
    public async Task A_length_that_cannot_fit_a_network_of_another_assembly()
    {
        CSharpCompilation library = TestCompilation.Create("using NetGen; [Network([2, 3], [Activation.Tanh], Loss.Huber)] public partial class Net;");
        using MemoryStream image = new();
        Assert.True(GeneratorRun.Of(library).Output.Emit(image).Success);
        CSharpCompilation caller = TestCompilation
            .Create("public static class Caller { public static void Call(Net net, System.Span<float> o) => net.Forward(new float[3], o); }")
            .WithAssemblyName("Caller")
            .AddReferences(MetadataReference.CreateFromImage(image.ToArray()));

        Diagnostic diagnostic = Assert.Single(await AnalyzerVerifier.Analyze(caller));

        Assert.Equal("NETGEN016", diagnostic.Id);
        Assert.Equal("The length of 'inputs' is 3, but whole rows of 2 are expected", diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Empty(caller.GetDiagnostics().Where(x => x.Severity == DiagnosticSeverity.Error));
    }
}
