namespace NetGen.RuntimeTests;

/// <summary>Measures what a call allocates on this thread.</summary>
internal static class AllocationProbe
{
    private const int Calls = 100;
    private const int Attempts = 3;

    /// <summary>Asserts that no call but the first allocates. A collection in between counts the rest of the thread's allocation context too, hence the attempts.</summary>
    public static void AssertNone(Action call)
    {
        call();
        Assert.Equal(0, Enumerable.Range(0, Attempts).Min(_ => Allocated(call)));
    }

    private static long Allocated(Action call)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
        {
            call();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
