namespace NetGen.MathNetTests.Data;

/// <summary>A theory that is skipped where its file of reference data is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    public ReferenceTheoryAttribute(string file)
    {
        if (!ReferenceData.Has(file))
            Skip = $"The reference data shared/reference/data/{file} are not there.";
    }
}
