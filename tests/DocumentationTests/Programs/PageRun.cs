using System.Globalization;
using System.Reflection;
using NetGen.DocumentationTests.Pages;

namespace NetGen.DocumentationTests.Programs;

/// <summary>Runs the programs of a page in a folder of their own, in which the data of the samples lie.</summary>
internal sealed class PageRun : IDisposable
{
    private static readonly string[] DataFiles = ["samples/Digits/digits.csv", "samples/Hinge/iris.csv"];

    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-documentation").FullName;
    private readonly string _folderBefore = Environment.CurrentDirectory;
    private readonly CultureInfo _cultureBefore = CultureInfo.CurrentCulture;
    private readonly TextWriter _consoleBefore = Console.Out;
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);

    public PageRun()
    {
        foreach (string file in DataFiles)
            File.Copy(Repository.PathOf(file), Path.Combine(_folder, Path.GetFileName(file)));
        Environment.CurrentDirectory = _folder;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.SetOut(_output);
    }

    /// <summary>What each block printed, by its line.</summary>
    public IReadOnlyDictionary<int, string> Run(Page page)
    {
        Type type = Documents.Assembly.GetType($"{PageSource.NamespaceOf(page.Name)}.{PageSource.ClassName}", throwOnError: true)!;
        foreach (var program in page.Compiled.GroupBy(x => x.Program).Where(x => x.All(block => block.NotRun is null)))
            type.GetMethod(PageSource.MethodOf(program.Key))!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);
        string[] parts = _output.ToString().ReplaceLineEndings("\n").Split(PageSource.Separator);
        return parts.Skip(1).Chunk(2).ToDictionary(x => int.Parse(x[0], CultureInfo.InvariantCulture), x => x[1]);
    }

    public void Dispose()
    {
        Console.SetOut(_consoleBefore);
        CultureInfo.CurrentCulture = _cultureBefore;
        Environment.CurrentDirectory = _folderBefore;
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
    }
}
