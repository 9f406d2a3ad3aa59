namespace NetGen.GeneratorTests.Reference;

/// <summary>A fact that needs a file which may not be redistributed; skipped where the file is absent.</summary>
internal sealed class LargeDataFactAttribute : FactAttribute
{
    public LargeDataFactAttribute(params string[] files)
    {
        if (files.FirstOrDefault(file => ReferenceData.LargeFile(file) is null) is { } missing)
        {
            Skip = $"{missing} may not be redistributed; set {ReferenceData.LocationVariable} to the folder that holds it";
        }
    }
}
