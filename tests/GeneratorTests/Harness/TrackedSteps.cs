extern alias Generator;

using System.Collections.Immutable;
using Generator::NetGen.Generator;
using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace NetGen.GeneratorTests.Harness;

/// <summary>Reads the reasons that the incremental pipeline gives for its steps.</summary>
internal static class TrackedSteps
{
    /// <summary>The reasons of the generator's own named steps.</summary>
    public static IEnumerable<(string Step, IncrementalStepRunReason Reason)> Own(GeneratorRunResult result) =>
        OwnSteps(result).SelectMany(Reasons);

    /// <summary>The generator's own named steps; Roslyn's see every new compilation as changed.</summary>
    public static IEnumerable<KeyValuePair<string, ImmutableArray<IncrementalGeneratorRunStep>>> OwnSteps(GeneratorRunResult result) =>
        result.TrackedSteps.Where(x => StepNames.All.Contains(x.Key));

    /// <summary>The reasons of the output steps.</summary>
    public static IEnumerable<(string Step, IncrementalStepRunReason Reason)> Outputs(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(Reasons);

    public static void AssertCached(GeneratorRunResult result)
    {
        string[] recomputed =
        [
            .. Own(result).Concat(Outputs(result))
                .Where(x => x.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
                .Select(x => $"{x.Step}: {x.Reason}").Distinct(),
        ];
        if (recomputed.Length > 0)
        {
            throw new XunitException($"a second run over the same source did not come from the caches:\n{string.Join("\n", recomputed)}");
        }
    }

    private static IEnumerable<(string, IncrementalStepRunReason)> Reasons(KeyValuePair<string, ImmutableArray<IncrementalGeneratorRunStep>> steps) =>
        steps.Value.SelectMany(step => step.Outputs).Select(output => (steps.Key, output.Reason));
}
