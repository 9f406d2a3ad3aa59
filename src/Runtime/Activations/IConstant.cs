namespace NetGen;

/// <summary>A number known at compile time, carried by a type: the parameter of an operator such as a slope or a margin.</summary>
/// <typeparam name="T">The type of the number.</typeparam>
public interface IConstant<T>
{
    /// <summary>The number.</summary>
    static abstract T Value { get; }
}
