namespace NetGen.PackageTests.Deployment;

/// <summary>A fact that publishes with Native AOT; skipped where the compiler that it links by is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeAotFactAttribute : FactAttribute
{
    private static readonly string? Missing = NativeLinker.Missing();

    public NativeAotFactAttribute() => Skip = Missing;
}
