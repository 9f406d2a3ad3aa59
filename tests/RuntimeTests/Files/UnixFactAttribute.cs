namespace NetGen.RuntimeTests.Files;

/// <summary>A fact about the file systems of Unix.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "needs links and modes of Unix";
    }
}
