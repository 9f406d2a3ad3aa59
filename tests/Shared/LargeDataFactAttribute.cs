namespace NetGen.Testing;

/// <summary>A fact that needs files which may not be redistributed; skipped where one is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LargeDataFactAttribute : FactAttribute
{
    public LargeDataFactAttribute(params string[] files) => Skip = LargeData.Missing(files);
}
