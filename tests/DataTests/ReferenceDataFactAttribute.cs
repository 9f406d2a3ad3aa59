namespace NetGen.DataTests;

/// <summary>A test that is skipped where a folder of the reference data is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceDataFactAttribute : FactAttribute
{
    public ReferenceDataFactAttribute(string folder)
    {
        if (ReferenceData.Folder is null || !Directory.Exists(ReferenceData.PathOf(folder)))
            Skip = $"The folder shared/reference/data/{folder} is not beside the repository.";
    }
}
