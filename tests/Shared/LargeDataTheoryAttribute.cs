namespace NetGen.Testing;

/// <summary>A theory that needs files which may not be redistributed; skipped where one is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LargeDataTheoryAttribute : TheoryAttribute
{
    public LargeDataTheoryAttribute(params string[] files) => Skip = LargeData.Missing(files);
}
