namespace NetGen.MathNetTests.Data;

/// <summary>A test that is skipped where its file of reference data is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute(string file)
    {
        if (!ReferenceData.Has(file))
            Skip = $"The reference data shared/reference/data/{file} are not there.";
    }
}
