namespace NetGen.RuntimeTests.Files;

/// <summary>The files in the folder Data.</summary>
internal static class TestData
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Files", "Data", name);
}
