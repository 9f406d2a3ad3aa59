using System.Runtime.CompilerServices;

namespace NetGen.RuntimeTests.Files;

/// <summary>The files in the folder Data.</summary>
internal static class TestData
{
    public static string Path(string name, [CallerFilePath] string source = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(source)!, "Data", name);
}
