extern alias Generator;

using Generator::NetGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.GeneratorTests.Harness;

namespace NetGen.GeneratorTests.Incrementality;

/// <summary>The generator over a source and then over an edit of it, as an editor runs it.</summary>
internal static class PipelineRuns
{
    /// <summary>The reasons of each own step's outputs in the second run, in the order of the outputs, as one line.</summary>
    public static Dictionary<string, string> ReasonsAfter(string[] before, string[] after) => ReasonsAfter(before, (compilation) => Replaced(compilation, after));

    public static Dictionary<string, string> ReasonsAfter(string[] before, Func<CSharpCompilation, CSharpCompilation> edit)
    {
        GeneratorRunResult result = Second(before, edit);
        return TrackedSteps.Own(result).Concat(TrackedSteps.Outputs(result)).GroupBy(x => x.Step, x => x.Reason).ToDictionary(x => x.Key, Line);
    }

    /// <summary>The reasons of the step that binds declarations in the second run.</summary>
    public static string ReasonsOfReading(string[] before, string[] after) => Line(Second(before, compilation => Replaced(compilation, after))
        .TrackedSteps[StepNames.Read]
        .SelectMany(step => step.Outputs)
        .Select(output => output.Reason));

    private static GeneratorRunResult Second(string[] before, Func<CSharpCompilation, CSharpCompilation> edit)
    {
        CSharpCompilation compilation = TestCompilation.Create(before);
        GeneratorDriver driver = GeneratorRun.CreateDriver().RunGenerators(compilation).RunGenerators(edit(compilation));
        return driver.GetRunResult().Results.Single();
    }

    private static string Line(IEnumerable<IncrementalStepRunReason> reasons) =>
        string.Join(" ", reasons.Select(reason => $"{reason}").Order(StringComparer.Ordinal));

    /// <summary>Keeps the trees of unchanged files, as an editor does.</summary>
    public static CSharpCompilation Replaced(CSharpCompilation compilation, string[] files)
    {
        SyntaxTree[] trees = [.. compilation.SyntaxTrees];
        IEnumerable<SyntaxTree> edited = files.Select((text, i) =>
            i < trees.Length && trees[i].ToString() == text ? trees[i] : TestCompilation.Parse(text, $"File{i}.cs"));
        return compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(edited);
    }
}
