namespace NetGen.Generator.Schedule;

/// <summary>Cuts what would be too much for one method that the JIT optimises.</summary>
internal static class MethodParts
{
    /// <summary>The items in parts of at most <see cref="Tuning.StepsPerMethod"/>, in order; a single part where they are few.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> items)
    {
        List<IReadOnlyList<T>> parts = [];
        for (int start = 0; start == 0 || start < items.Count; start += Tuning.StepsPerMethod)
        {
            parts.Add([.. items.Skip(start).Take(Tuning.StepsPerMethod)]);
        }

        return parts;
    }
}
