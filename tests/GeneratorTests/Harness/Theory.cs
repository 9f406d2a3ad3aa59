namespace NetGen.GeneratorTests.Harness;

/// <summary>Theory data from a query.</summary>
internal static class Theory
{
    public static TheoryData<T1, T2> Of<T1, T2>(IEnumerable<(T1, T2)> rows)
    {
        TheoryData<T1, T2> data = [];
        foreach ((T1 x, T2 y) in rows)
        {
            data.Add(x, y);
        }

        return data;
    }

    public static TheoryData<T1, T2, T3> Of<T1, T2, T3>(IEnumerable<(T1, T2, T3)> rows)
    {
        TheoryData<T1, T2, T3> data = [];
        foreach ((T1 x, T2 y, T3 z) in rows)
        {
            data.Add(x, y, z);
        }

        return data;
    }
}
