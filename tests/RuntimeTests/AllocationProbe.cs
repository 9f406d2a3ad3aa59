namespace NetGen.RuntimeTests;

/// <summary>Measures what a call allocates on this thread.</summary>
internal static class AllocationProbe
{
    public static void AssertNone(Action call)
    {
        call();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            call();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
