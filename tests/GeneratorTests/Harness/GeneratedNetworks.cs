using System.Reflection;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Harness;

/// <summary>Many networks, generated and compiled in one compilation.</summary>
internal sealed class GeneratedNetworks
{
    private readonly Assembly _assembly;
    private readonly NetworkSpec[] _specs;

    private GeneratedNetworks(Assembly assembly, NetworkSpec[] specs)
    {
        _assembly = assembly;
        _specs = specs;
    }

    public IReadOnlyList<NetworkSpec> Specs => _specs;

    public static GeneratedNetworks Compile(params IEnumerable<NetworkSpec> specs)
    {
        NetworkSpec[] all = [.. specs];
        string[] files = [.. all.Select((spec, i) => NetworkSource.File(spec, ClassName(i))), .. NetworkSource.OwnOperatorFiles(all)];
        byte[] image = KeptImages.GetOrEmit(files, () => CompiledAssembly.Emit(GeneratorRun.Of(TestCompilation.Create(files)).Output));
        return new GeneratedNetworks(CompiledAssembly.Load(image), all);
    }

    /// <summary>A new instance of the network at <paramref name="index"/>.</summary>
    public INetworkUnderTest Create(int index, int seed = 0) =>
        NetworkUnderTest.Create(_assembly.GetType($"{NetworkSource.Namespace}.{ClassName(index)}", throwOnError: true)!, _specs[index], seed);

    public INetworkUnderTest Create(NetworkSpec spec, int seed = 0) => Create(Array.IndexOf(_specs, spec), seed);

    private static string ClassName(int index) => $"Network{index}";
}
