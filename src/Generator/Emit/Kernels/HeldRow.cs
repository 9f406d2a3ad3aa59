namespace NetGen.Generator.Emit.Kernels;

/// <summary>A row of values that a local variable holds: the first lanes of a vector.</summary>
/// <param name="Type">The vector.</param>
/// <param name="Name">The variable.</param>
internal sealed record HeldRow(VectorType Type, string Name)
{
    /// <summary>One of the values in every lane of a vector, or alone where that is a scalar, as C#.</summary>
    public string Broadcast(VectorType type, int index)
    {
        if (type.IsScalar)
        {
            return Element(index);
        }

        int half = Type.Lanes / 2;
        return (Type.Lanes - type.Lanes) switch
        {
            0 => type.Shuffle(Name, type.Index(index)),
            > 0 when type.Lanes == half => type.Shuffle($"{Name}.Get{(index < half ? "Lower" : "Upper")}()", type.Index(index % half)),
            _ => type.Broadcast(Element(index)),
        };
    }

    private string Element(int index) => index == 0 ? $"{Name}.ToScalar()" : $"{Name}.GetElement({Literal.Of(index)})";
}
