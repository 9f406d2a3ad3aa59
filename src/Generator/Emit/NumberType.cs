namespace NetGen.Generator.Emit;

/// <summary>The number type of a network as C#.</summary>
internal sealed record NumberType(Precision Precision)
{
    public string Name => Precision == Precision.Single ? "float" : "double";

    public int Bytes => Precision == Precision.Single ? 4 : 8;

    public VectorType Vector(int lanes) => new(Name, Bytes, lanes);
}
