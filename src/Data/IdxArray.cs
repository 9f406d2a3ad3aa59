namespace NetGen.Data;

/// <summary>What an IDX file holds: numbers in any number of dimensions.</summary>
/// <typeparam name="T">The type the numbers were converted to.</typeparam>
/// <param name="Type">The type of the numbers in the file.</param>
/// <param name="Dimensions">The sizes, at least one; the first is usually the number of rows.</param>
/// <param name="Values">The numbers, the last dimension running fastest; as many as the product of the sizes.</param>
public sealed record IdxArray<T>(IdxType Type, IReadOnlyList<int> Dimensions, T[] Values)
    where T : unmanaged;
