namespace NetGen.Generator.Schedule;

/// <summary>The sizes of the local variables that hold numbers on the stack, the types <c>StackRow</c> of the runtime.</summary>
internal static class StackSize
{
    /// <summary>The smallest that holds so many numbers.</summary>
    public static int Of(int elements)
    {
        int size = Tuning.SmallestStack;
        while (size < elements)
        {
            size = size == Tuning.SmallestStack ? 4 * size : 2 * size;
        }

        return size;
    }
}
