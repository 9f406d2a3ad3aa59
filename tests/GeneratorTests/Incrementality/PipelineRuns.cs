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
        CSharpCompilation compilation = TestCompilation.Create(before);
        GeneratorDriver driver = GeneratorRun.CreateDriver().RunGenerators(compilation).RunGenerators(edit(compilation));
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        return TrackedSteps.Own(result).Concat(TrackedSteps.Outputs(result))
            .GroupBy(x => x.Step, x => x.Reason)
            .ToDictionary(x => x.Key, x => string.Join(" ", x.Select(reason => $"{reason}").Order(StringComparer.Ordinal)));
    }

    /// <summary>Keeps the trees of unchanged files, as an editor does.</summary>
    private static CSharpCompilation Replaced(CSharpCompilation compilation, string[] files)
    {
        SyntaxTree[] trees = [.. compilation.SyntaxTrees];
        IEnumerable<SyntaxTree> edited = files.Select((text, i) =>
            i < trees.Length && trees[i].ToString() == text ? trees[i] : TestCompilation.Parse(text, $"File{i}.cs"));
        return compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(edited);
    }
}
