using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Scale;

/// <summary>Runs a program with networks in a process of its own and reads how the JIT compiled each method.</summary>
internal static partial class JittedMethods
{
    private const string ProgramName = "Program";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The methods that were compiled, each with the JIT's name for its kind of code.</summary>
    /// <param name="specs">The networks.</param>
    /// <param name="hasWideVectors">Whether vectors of 512 bits may be used.</param>
    public static IReadOnlyList<(string Method, string Tier)> Of(NetworkSpec[] specs, bool hasWideVectors = true)
    {
        string folder = Directory.CreateTempSubdirectory("netgen-jit-").FullName;
        try
        {
            Emit(folder, specs);
            string log = Path.Combine(folder, "jit.txt");
            Run(folder, log, hasWideVectors);
            return [.. Compiled().Matches(File.ReadAllText(log)).Select(x => (x.Groups["method"].Value, x.Groups["tier"].Value))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex(@"JIT compiled (?<method>.+) \[(?<tier>[^,\]]+)")]
    private static partial Regex Compiled();

    private static void Emit(string folder, NetworkSpec[] specs)
    {
        IEnumerable<string> files = specs.Select((spec, i) => NetworkSource.File(spec, $"Network{i}"));
        Compilation output = GeneratorRun.Of(TestCompilation.Create([.. files, EntryPoint(specs)])).Output
            .WithOptions(TestCompilation.Create("").Options.WithOutputKind(OutputKind.ConsoleApplication));
        using (FileStream image = File.Create(Path.Combine(folder, $"{ProgramName}.dll")))
        {
            Assert.Empty(output.Emit(image).Diagnostics.Where(x => x.Severity == DiagnosticSeverity.Error));
        }

        string runtime = typeof(NetworkAttribute).Assembly.Location;
        File.Copy(runtime, Path.Combine(folder, Path.GetFileName(runtime)));
        File.WriteAllText(Path.Combine(folder, $"{ProgramName}.runtimeconfig.json"), $$"""
            { "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" } } }
            """);
    }

    /// <summary>Calls every member once for one row, and once for rows in blocks with a rest.</summary>
    private static string EntryPoint(NetworkSpec[] specs) => $$"""
        using NetGen;

        {{string.Concat(specs.Select((spec, i) => $"Use<Declared.Network{i}, {(spec.Precision == Precision.Single ? "float" : "double")}>(new Declared.Network{i}());\n"))}}
        static void Use<TNetwork, T>(TNetwork network)
            where TNetwork : ITrainableNetwork<T>
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            foreach (int rows in new[] { 1, 19 })
            {
                T[] inputs = new T[rows * TNetwork.InputSize], outputs = new T[rows * TNetwork.OutputSize], targets = new T[outputs.Length];
                T[] gradient = new T[TNetwork.ParameterCount], inputGradients = new T[inputs.Length];
                network.Forward(inputs, outputs);
                network.Evaluate(inputs, targets);
                network.Backward(inputs, targets, gradient);
                network.SgdStep(inputs, targets, T.Zero);
                network.VectorJacobianProduct(inputs, outputs, gradient, inputGradients);
            }

            network.Jacobian(new T[TNetwork.InputSize], new T[TNetwork.InputSize * TNetwork.OutputSize]);
        }
        """;

    private static void Run(string folder, string log, bool hasWideVectors)
    {
        ProcessStartInfo start = new(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", ["exec", $"{ProgramName}.dll"])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_JitStdOutFile"] = log;
        start.Environment["DOTNET_JitDisasmSummary"] = "1";
        start.Environment["DOTNET_TieredCompilation"] = "0";
        if (!hasWideVectors)
        {
            start.Environment["DOTNET_EnableAVX512"] = "0";
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"the program did not end within {Limit}");
        }

        Assert.True(process.ExitCode == 0, errors.Result);
    }
}
